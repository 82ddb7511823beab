package org.tipline.reply;

import com.github.kagkarlsson.scheduler.task.CompletionHandler;
import com.github.kagkarlsson.scheduler.task.ExecutionComplete;
import com.github.kagkarlsson.scheduler.task.ExecutionOperations;
import com.github.kagkarlsson.scheduler.task.TaskInstance;
import com.github.kagkarlsson.scheduler.task.helper.CustomTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import java.time.Clock;
import java.time.Duration;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.tipline.lane.Lane;
import org.tipline.lane.LaneWork;
import org.tipline.lane.Lanes;

/**
 * The lane of replies. A provider that takes its time, or five thousand acknowledgements at once,
 * hold up no notice and no file.
 */
@Component
class ReplyLane {

  private static final Logger log = LoggerFactory.getLogger(ReplyLane.class);

  /** Longer than a channel may take for one call. */
  private static final Duration FINISH = Duration.ofSeconds(20);

  private final ReplySender sender;
  private final Clock clock;
  private final Lane lane;

  ReplyLane(Lanes lanes, SendingSettings settings, ReplySender sender, Clock clock) {
    this.sender = sender;
    this.clock = clock;
    this.lane = lanes.open(new LaneWork("scheduled_replies", task(), settings.atOnce(), FINISH));
  }

  private CustomTask<Void> task() {
    return Tasks.custom(ReplySender.TASK)
        .onFailure(this::tryAgainLater)
        .execute((instance, _) -> step(instance));
  }

  private CompletionHandler<Void> step(TaskInstance<Void> instance) {
    var next = sender.step(UUID.fromString(instance.getId()));
    return (complete, operations) ->
        next.ifPresentOrElse(at -> operations.reschedule(complete, at), operations::remove);
  }

  /** A step that failed by our own fault: the database is away, a key does not open an address. */
  private void tryAgainLater(ExecutionComplete failed, ExecutionOperations<Void> operations) {
    var execution = failed.getExecution();
    var wait = ReplyTimes.retry(1 + execution.consecutiveFailures, null);
    operations.reschedule(failed, clock.instant().plus(wait));
    log.warn(
        "reply {} got stuck, will try again", execution.getId(), failed.getCause().orElse(null));
  }

  /** Plans the next step of a reply for now, once the caller's transaction is committed. */
  void plan(UUID reply) {
    plan(reply, Duration.ZERO);
  }

  void plan(UUID reply, Duration wait) {
    lane.plan(ReplySender.TASK.instance(reply.toString()).build(), wait);
  }
}
