package org.tipline.reply;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Lets go of drafts nobody came back to, and of the memory of sent forms. */
@Configuration(proxyBeanMethods = false)
class ClearReplyDrafts {

  private static final Duration KEPT = Duration.ofDays(7);
  private static final Duration PAUSE = Duration.ofHours(1);

  private final JdbcClient jdbc;
  private final Clock clock;

  ClearReplyDrafts(JdbcClient jdbc, Clock clock) {
    this.jdbc = jdbc;
    this.clock = clock;
  }

  @Bean
  RecurringTask<Void> clearReplyDraftsTask() {
    return Tasks.recurring("reply-drafts-clear", FixedDelay.of(PAUSE)).execute((_, _) -> clear());
  }

  void clear() {
    var before = Timestamp.from(clock.instant().minus(KEPT));
    jdbc.sql("delete from reply_drafts where at < ?").param(before).update();
    jdbc.sql("delete from reply_forms where sent_at < ?").param(before).update();
  }
}
