package org.tipline.notify;

import com.github.kagkarlsson.scheduler.task.CompletionHandler;
import com.github.kagkarlsson.scheduler.task.ExecutionComplete;
import com.github.kagkarlsson.scheduler.task.ExecutionOperations;
import com.github.kagkarlsson.scheduler.task.TaskInstance;
import com.github.kagkarlsson.scheduler.task.helper.CustomTask;
import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.concurrent.ThreadLocalRandom;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * Sends what waits, one message a recipient and minute, whatever the number of tips. A mail server
 * that is down delays notices and loses none.
 */
@Configuration
class SendNotices {

  private static final Logger log = LoggerFactory.getLogger(SendNotices.class);
  private static final Duration LONGEST_WAIT = Duration.ofMinutes(5);
  private static final Duration SWEEP = Duration.ofSeconds(30);

  /**
   * Recipients told at the same time, half of {@code db-scheduler.threads}: a server that hangs
   * leaves the others to the rest of the work.
   */
  private static final int AT_ONCE = 8;

  private static final Duration UNTIL_A_HAND_IS_FREE = Duration.ofSeconds(2);

  private final Notices notices;
  private final NoticeMail mail;
  private final NoticeWebhook webhook;
  private final NotifySettings settings;
  private final NoticeTimes times;
  private final Clock clock;
  private final Semaphore hands = new Semaphore(AT_ONCE);

  SendNotices(
      Notices notices,
      NoticeMail mail,
      NoticeWebhook webhook,
      NotifySettings settings,
      NoticeTimes times,
      Clock clock) {
    this.notices = notices;
    this.mail = mail;
    this.webhook = webhook;
    this.settings = settings;
    this.times = times;
    this.clock = clock;
  }

  @Bean
  CustomTask<Void> noticesTask() {
    return Tasks.custom(Recipient.TASK)
        .onFailure(this::tryAgainLater)
        .execute((instance, _) -> sendIfAHandIsFree(instance));
  }

  private CompletionHandler<Void> sendIfAHandIsFree(TaskInstance<Void> instance) {
    if (!hands.tryAcquire()) {
      return (complete, operations) -> operations.reschedule(complete, in(UNTIL_A_HAND_IS_FREE));
    }
    try {
      return send(instance);
    } finally {
      hands.release();
    }
  }

  private CompletionHandler<Void> send(TaskInstance<Void> instance) {
    var recipient = Recipient.ofTask(instance.getId());
    var due = notices.take(recipient.editor());
    try {
      if (!due.isEmpty()) {
        send(recipient, due);
      }
      return (complete, operations) -> endOrGoOn(recipient, complete, operations);
    } catch (Unsent e) {
      notices.markFailed(due, String.valueOf(e.getMessage()), e.then());
      log.warn("notices not sent, will try again; see Notices in admin");
      return (complete, operations) -> operations.reschedule(complete, in(wait(due, e)));
    }
  }

  private void send(Recipient recipient, List<DueNotice> due) {
    if (recipient.editor() == null) {
      webhook.send(due);
    } else {
      mail.send(recipient.editor(), due);
    }
    notices.markSent(due);
  }

  /** Tips that came while the message went out are for the end of the quiet minute. */
  private void endOrGoOn(
      Recipient recipient, ExecutionComplete complete, ExecutionOperations<Void> operations) {
    if (notices.areWaiting(recipient.editor())) {
      operations.reschedule(complete, clock.instant().plus(settings.quiet()));
    } else {
      operations.remove();
    }
  }

  /**
   * After what may have told them the next mail waits for the end of the quiet minute, as after one
   * that was sent.
   */
  private Duration wait(List<DueNotice> due, Unsent unsent) {
    var tries = due.stream().mapToInt(DueNotice::attempts).max().orElse(1);
    var wait = backoff(tries - 1);
    return unsent.then() == Unsent.Then.TELL_ONCE_MORE ? settings.quiet().plus(wait) : wait;
  }

  /** The database's failures: what it holds of the notices says nothing of these. */
  private void tryAgainLater(ExecutionComplete failed, ExecutionOperations<Void> operations) {
    operations.reschedule(failed, in(backoff(failed.getExecution().consecutiveFailures)));
  }

  private static Duration backoff(int failures) {
    return shorter(Duration.ofSeconds(5L << Math.min(failures, 6)), LONGEST_WAIT);
  }

  private static Duration shorter(Duration one, Duration other) {
    return one.compareTo(other) < 0 ? one : other;
  }

  /**
   * With up to a quarter more, so that recipients do not come in waves to a server that is back.
   */
  private Instant in(Duration wait) {
    var jitter = ThreadLocalRandom.current().nextLong(1 + wait.toMillis() / 4);
    return clock.instant().plus(wait).plusMillis(jitter);
  }

  /** A tip that was committed just as the last message's task ended has nobody planned for it. */
  @Bean
  RecurringTask<Void> noticesSweep() {
    return Tasks.recurring("notices-sweep", FixedDelay.of(SWEEP))
        .execute((_, _) -> planUnplanned());
  }

  /** For the end of their quiet minute: the mail that ended may be of this very moment. */
  private void planUnplanned() {
    times.schedule(notices.recipientsWaiting().stream().map(Recipient::new).toList());
  }
}
