package org.tipline.intake;

import com.github.kagkarlsson.scheduler.task.CompletionHandler;
import com.github.kagkarlsson.scheduler.task.ExecutionComplete;
import com.github.kagkarlsson.scheduler.task.ExecutionOperations;
import com.github.kagkarlsson.scheduler.task.helper.CustomTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.tipline.channel.Channels;
import org.tipline.channel.ErasingChannel;
import org.tipline.channel.ProviderAway;
import org.tipline.submission.Attachment;
import org.tipline.submission.Submissions;

/**
 * Has providers delete their copies of messages that are ours, whole, for long enough. A copy that
 * has a file we could not get stays where it is: it is the only one.
 */
@Configuration
class EraseCopies {

  private static final String ERASING = "delete the provider's copy of a message";
  private static final String GIVEN_UP = "delete the provider's copy of a message, given up";

  private static final Logger log = LoggerFactory.getLogger(EraseCopies.class);
  private static final Duration FIRST_WAIT = Duration.ofMinutes(1);
  private static final Duration LONGEST_WAIT = Duration.ofHours(6);
  private static final Duration CHANNEL_OFF = Duration.ofHours(1);

  /** With the waits above: after eight days. */
  private static final int MOST_TRIES = 40;

  /**
   * At the same time, a quarter of {@code db-scheduler.threads}: after a flood thousands of copies
   * are due within minutes, and a provider takes its time.
   */
  private static final int AT_ONCE = 4;

  private static final Duration UNTIL_A_HAND_IS_FREE = Duration.ofMinutes(1);

  private final Channels channels;
  private final Submissions submissions;
  private final Troubles troubles;
  private final Clock clock;
  private final Semaphore hands = new Semaphore(AT_ONCE);

  EraseCopies(Channels channels, Submissions submissions, Troubles troubles, Clock clock) {
    this.channels = channels;
    this.submissions = submissions;
    this.troubles = troubles;
    this.clock = clock;
  }

  @Bean
  CustomTask<Void> eraseCopyTask() {
    return Tasks.custom(ProviderCopy.TASK)
        .onFailure(this::tryAgainLater)
        .execute((instance, _) -> eraseIfAHandIsFree(ProviderCopy.ofTask(instance.getId())));
  }

  private CompletionHandler<Void> eraseIfAHandIsFree(ProviderCopy copy) {
    if (!hands.tryAcquire()) {
      return in(UNTIL_A_HAND_IS_FREE);
    }
    try {
      return erase(copy);
    } finally {
      hands.release();
    }
  }

  /**
   * A channel that is off here may be on at another instance. A newsroom that has changed its mind
   * keeps the copies that are still there.
   */
  CompletionHandler<Void> erase(ProviderCopy copy) {
    var channel = channels.find(copy.channel(), ErasingChannel.class);
    if (channel.isEmpty()) {
      return in(CHANNEL_OFF);
    }
    if (channel.get().eraseAfter().isPresent()) {
      erase(copy, channel.get());
    }
    return new CompletionHandler.OnCompleteRemove<>();
  }

  private CompletionHandler<Void> in(Duration wait) {
    return (complete, operations) ->
        operations.reschedule(complete, clock.instant().plus(jittered(wait)));
  }

  private void erase(ProviderCopy copy, ErasingChannel channel) {
    var files = submissions.fileStates(copy.channel(), copy.externalId());
    if (files.contains(Attachment.State.LOST)) {
      log.info("the copy of {} at its provider stays: a file of it is lost here", copy);
      return;
    }
    if (files.contains(Attachment.State.PENDING)) {
      throw new NotErased("Its files are still being fetched.", null);
    }
    try {
      channel.erase(copy.externalId());
      troubles.clear(copy.channel(), ERASING);
    } catch (ProviderAway e) {
      troubles.add(copy.channel(), ERASING, "Could not " + ERASING + ". " + e.getMessage());
      throw new NotErased(String.valueOf(e.getMessage()), e.after().orElse(null));
    }
  }

  private void tryAgainLater(ExecutionComplete failed, ExecutionOperations<Void> operations) {
    var tries = failed.getExecution().consecutiveFailures + 1;
    if (tries >= MOST_TRIES) {
      giveUp(ProviderCopy.ofTask(failed.getExecution().getId()), failed);
      operations.remove();
      return;
    }
    operations.reschedule(failed, clock.instant().plus(wait(tries, failed)));
  }

  private void giveUp(ProviderCopy copy, ExecutionComplete failed) {
    var reason = failed.getCause().map(Throwable::getMessage).orElse("");
    troubles.add(
        copy.channel(),
        GIVEN_UP,
        "Gave up after %d tries: could not %s, %s. %s"
            .formatted(MOST_TRIES, ERASING, copy.externalId(), reason));
    log.error("the copy of {} at its provider must be deleted by hand: {}", copy, reason);
  }

  private static Duration wait(int tries, ExecutionComplete failed) {
    var asked = failed.getCause().map(cause -> cause instanceof NotErased not ? not.after : null);
    var doubled = FIRST_WAIT.multipliedBy(1L << Math.min(tries - 1, 10));
    var wait = asked.orElse(doubled.compareTo(LONGEST_WAIT) < 0 ? doubled : LONGEST_WAIT);
    return jittered(wait);
  }

  private static Duration jittered(Duration wait) {
    return wait.plusMillis(ThreadLocalRandom.current().nextLong(1 + wait.toMillis() / 4));
  }

  /** Tells the scheduler to come back. */
  private static final class NotErased extends RuntimeException {

    private final @Nullable Duration after;

    NotErased(String reason, @Nullable Duration after) {
      super(reason, null, false, false);
      this.after = after;
    }
  }
}
