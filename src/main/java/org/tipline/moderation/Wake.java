package org.tipline.moderation;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.util.UUID;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** Brings tips back that were put off until now, and forgets acts that nobody can undo. */
@Configuration
class Wake {

  private static final int MOST_AT_ONCE = 500;

  private final Tips tips;
  private final ActOnTip acts;
  private final ActsDone done;
  private final JdbcClient jdbc;
  private final Clock clock;

  Wake(Tips tips, ActOnTip acts, ActsDone done, JdbcClient jdbc, Clock clock) {
    this.tips = tips;
    this.acts = acts;
    this.done = done;
    this.jdbc = jdbc;
    this.clock = clock;
  }

  @Bean
  RecurringTask<Void> wakeTask(TransactionTemplate transaction, ModerationSettings settings) {
    return Tasks.recurring("wake", FixedDelay.of(settings.wakeEvery()))
        .execute((_, _) -> wake(transaction));
  }

  @Bean
  RecurringTask<Void> forgetActsTask() {
    return Tasks.recurring("forget-acts", FixedDelay.of(Duration.ofHours(1)))
        .execute((_, _) -> done.forget(clock.instant().minus(ActsDone.KEPT)));
  }

  private void wake(TransactionTemplate transaction) {
    for (var id : due()) {
      transaction.executeWithoutResult(_ -> wake(id));
    }
  }

  private Iterable<UUID> due() {
    return jdbc.sql("select id from tips where snoozed_until <= ? order by snoozed_until limit ?")
        .param(Timestamp.from(clock.instant()))
        .param(MOST_AT_ONCE)
        .query(UUID.class)
        .list();
  }

  /** Looks again under the lock: an editor or the reader may have been first. */
  private void wake(UUID id) {
    var tip = tips.findById(id).orElseThrow();
    if (tip.isDueAt(clock.instant())) {
      tip.wake();
      acts.record(tip, null, "came back", "its time had come");
    }
  }
}
