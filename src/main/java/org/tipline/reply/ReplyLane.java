package org.tipline.reply;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.SchedulerClient.ScheduleOptions;
import com.github.kagkarlsson.scheduler.exceptions.TaskInstanceCurrentlyExecutingException;
import com.github.kagkarlsson.scheduler.logging.LogLevel;
import com.github.kagkarlsson.scheduler.task.CompletionHandler;
import com.github.kagkarlsson.scheduler.task.ExecutionComplete;
import com.github.kagkarlsson.scheduler.task.ExecutionOperations;
import com.github.kagkarlsson.scheduler.task.TaskInstance;
import com.github.kagkarlsson.scheduler.task.helper.CustomTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Executors;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.jdbc.datasource.TransactionAwareDataSourceProxy;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * The lane of replies: a scheduler of its own, on a table of its own. A provider that takes its
 * time, or five thousand acknowledgements at once, hold up no notice and no file.
 */
@Component
class ReplyLane implements SmartLifecycle {

  private static final Logger log = LoggerFactory.getLogger(ReplyLane.class);
  private static final Duration POLL = Duration.ofMillis(500);

  /** As db-scheduler.heartbeat-interval: a killed instance's work is another's within 25 s. */
  private static final Duration HEARTBEAT = Duration.ofSeconds(4);

  private static final int MISSED_HEARTBEATS = 4;

  /** Longer than a channel may take for one call. */
  private static final Duration FINISH = Duration.ofSeconds(20);

  private final DataSource database;
  private final SendingSettings settings;
  private final ReplySender sender;
  private final Clock clock;
  private volatile Scheduler scheduler;
  private volatile boolean running;

  ReplyLane(DataSource database, SendingSettings settings, ReplySender sender, Clock clock) {
    this.database = database;
    this.settings = settings;
    this.sender = sender;
    this.clock = clock;
    this.scheduler = newScheduler();
  }

  private Scheduler newScheduler() {
    return Scheduler.create(new TransactionAwareDataSourceProxy(database), List.of(task()))
        .tableName("scheduled_replies")
        .clock(clock::instant)
        .threads(settings.atOnce())
        // what is picked runs at once: only what runs is known to be alive
        .executorService(Executors.newVirtualThreadPerTaskExecutor())
        .pollUsingLockAndFetch(0.5, 1.0)
        .pollingInterval(POLL)
        .heartbeatInterval(HEARTBEAT)
        .missedHeartbeatsLimit(MISSED_HEARTBEATS)
        .shutdownMaxWait(FINISH)
        .failureLogging(LogLevel.DEBUG, false)
        .build();
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
    var instance = ReplySender.TASK.instance(reply.toString()).build();
    try {
      scheduler.schedule(
          instance, clock.instant().plus(wait), ScheduleOptions.WHEN_EXISTS_RESCHEDULE);
    } catch (TaskInstanceCurrentlyExecutingException e) {
      log.debug("reply {} has a step under way, which goes on from what is on its row", reply, e);
    }
    TransactionSynchronizationManager.registerSynchronization(
        new TransactionSynchronization() {
          @Override
          public void afterCommit() {
            scheduler.triggerCheckForDueExecutions();
          }
        });
  }

  @Override
  public void start() {
    running = true;
    scheduler.start();
  }

  @Override
  public void stop() {
    running = false;
    var stopped = scheduler;
    // one that was stopped cannot start again, and the application may
    scheduler = newScheduler();
    stopped.stop();
  }

  @Override
  public boolean isRunning() {
    return running;
  }
}
