package org.tipline.submission;

import com.github.kagkarlsson.scheduler.task.ExecutionComplete;
import com.github.kagkarlsson.scheduler.task.ExecutionOperations;
import com.github.kagkarlsson.scheduler.task.TaskDescriptor;
import com.github.kagkarlsson.scheduler.task.helper.OneTimeTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import java.time.Clock;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.tipline.lane.Lane;
import org.tipline.lane.LaneWork;
import org.tipline.lane.Lanes;

/** The lane of files: a provider that sends them slowly, or not at all, holds up no notice. */
@Component
class MediaLane {

  static final TaskDescriptor<Void> TASK = TaskDescriptor.of("media-fetch");

  private static final Logger log = LoggerFactory.getLogger(MediaLane.class);
  private static final Duration LONGEST_WAIT = Duration.ofHours(1);

  /** A file that is broken off is fetched again from its start. */
  private static final Duration FINISH = Duration.ofSeconds(10);

  private final MediaFetch fetch;
  private final Clock clock;
  private final Lane lane;

  MediaLane(Lanes lanes, FetchingSettings settings, MediaFetch fetch, Clock clock) {
    this.fetch = fetch;
    this.clock = clock;
    this.lane = lanes.open(new LaneWork("scheduled_media", task(), settings.atOnce(), FINISH));
  }

  private OneTimeTask<Void> task() {
    return Tasks.oneTime(TASK)
        .onFailure(this::tryAgainLater)
        .execute((instance, _) -> fetch.fetch(UUID.fromString(instance.getId())));
  }

  /** Plans a file to be fetched once the caller's transaction is committed. */
  void plan(UUID attachment) {
    lane.plan(TASK.instance(attachment.toString()).build());
  }

  /**
   * 1 s, 2 s, 4 s … one hour, each with up to a quarter more so that files do not come in waves.
   */
  private void tryAgainLater(ExecutionComplete failed, ExecutionOperations<Void> operations) {
    var failures = failed.getExecution().consecutiveFailures;
    var wait = Duration.ofSeconds(1L << Math.min(failures, 12));
    var capped = wait.compareTo(LONGEST_WAIT) > 0 ? LONGEST_WAIT : wait;
    var jitter = ThreadLocalRandom.current().nextLong(1 + capped.toMillis() / 4);
    operations.reschedule(failed, clock.instant().plus(capped.plusMillis(jitter)));
    log.info("file {} not fetched yet, will try again", failed.getExecution().getId());
  }
}
