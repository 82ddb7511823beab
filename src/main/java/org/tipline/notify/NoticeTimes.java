package org.tipline.notify;

import java.sql.Timestamp;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** When a recipient is told next: at once after a quiet minute, else at the end of the minute. */
@Component
class NoticeTimes {

  private final JdbcClient jdbc;
  private final NotifySettings settings;
  private final Clock clock;

  NoticeTimes(JdbcClient jdbc, NotifySettings settings, Clock clock) {
    this.jdbc = jdbc;
    this.settings = settings;
    this.clock = clock;
  }

  /**
   * Joins the mails that are planned already, or plans them. The scheduler's own way of doing so
   * fails the whole transaction, and with it the tip, when somebody else is planning that mail just
   * now. Two who plan the same ones do so in one order. A mail that a wrong clock sent later than
   * now makes nobody wait longer than one of now.
   */
  void schedule(List<Recipient> recipients) {
    jdbc.sql(
            """
            insert into scheduled_tasks (task_name, task_instance, execution_time, picked, version)
            select :task, instance, least(
                :now::timestamptz + :quiet * interval '1 ms',
                greatest(:now, coalesce(sent + :quiet * interval '1 ms', :now))), false, 1
            from (
              select instance, case when editor is null
                then (select sent_at from notices where state = 'SENT' and editor_id is null
                  order by sent_at desc limit 1)
                else (select sent_at from notices where state = 'SENT' and editor_id = editor
                  order by sent_at desc limit 1) end sent
              from unnest(:instances::text[], :editors::uuid[]) as wanted (instance, editor)) last
            order by instance
            on conflict do nothing
            """)
        .param("task", Recipient.TASK.getTaskName())
        .param("now", Timestamp.from(clock.instant()))
        .param("quiet", settings.quiet().toMillis())
        .param("instances", recipients.stream().map(Recipient::instance).toArray(String[]::new))
        .param("editors", recipients.stream().map(Recipient::editor).toArray(UUID[]::new))
        .update();
  }
}
