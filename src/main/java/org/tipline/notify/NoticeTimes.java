package org.tipline.notify;

import com.github.kagkarlsson.scheduler.SchedulerClient;
import java.time.Clock;
import java.time.Instant;
import org.springframework.stereotype.Component;

/** When a recipient is told next: at once after a quiet minute, else at the end of the minute. */
@Component
class NoticeTimes {

  private final SchedulerClient scheduler;
  private final Notices notices;
  private final NotifySettings settings;
  private final Clock clock;

  NoticeTimes(SchedulerClient scheduler, Notices notices, NotifySettings settings, Clock clock) {
    this.scheduler = scheduler;
    this.notices = notices;
    this.settings = settings;
    this.clock = clock;
  }

  /** Joins the mail that is planned already, or plans one. */
  void schedule(Recipient recipient) {
    scheduler.scheduleIfNotExists(recipient.task(), next(recipient));
  }

  Instant next(Recipient recipient) {
    var now = clock.instant();
    var quietUntil =
        notices.lastSentAt(recipient.editor()).map(sent -> sent.plus(settings.quiet())).orElse(now);
    return quietUntil.isAfter(now) ? quietUntil : now;
  }
}
