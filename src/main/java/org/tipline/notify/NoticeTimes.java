package org.tipline.notify;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** When a recipient is told next: at once after a quiet minute, else at the end of the minute. */
@Component
class NoticeTimes {

  private final JdbcClient jdbc;
  private final Notices notices;
  private final NotifySettings settings;
  private final Clock clock;

  NoticeTimes(JdbcClient jdbc, Notices notices, NotifySettings settings, Clock clock) {
    this.jdbc = jdbc;
    this.notices = notices;
    this.settings = settings;
    this.clock = clock;
  }

  /**
   * Joins the mail that is planned already, or plans one. The scheduler's own way of doing so fails
   * the whole transaction, and with it the tip, when somebody else is planning that mail just now.
   */
  void schedule(Recipient recipient) {
    var task = recipient.task();
    jdbc.sql(
            """
            insert into scheduled_tasks (task_name, task_instance, execution_time, picked, version)
            values (?, ?, ?, false, 1) on conflict do nothing
            """)
        .param(task.getTaskName())
        .param(task.getId())
        .param(Timestamp.from(next(recipient)))
        .update();
  }

  Instant next(Recipient recipient) {
    var now = clock.instant();
    var quietUntil =
        notices.lastSentAt(recipient.editor()).map(sent -> sent.plus(settings.quiet())).orElse(now);
    return quietUntil.isAfter(now) ? quietUntil : now;
  }
}
