package org.tipline.lane;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.SchedulerClient.ScheduleOptions;
import com.github.kagkarlsson.scheduler.exceptions.TaskInstanceCurrentlyExecutingException;
import com.github.kagkarlsson.scheduler.logging.LogLevel;
import com.github.kagkarlsson.scheduler.task.TaskInstance;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Executors;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.datasource.TransactionAwareDataSourceProxy;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** One kind of work that holds up no other, and that no other holds up. */
public final class Lane {

  private static final Logger log = LoggerFactory.getLogger(Lane.class);
  private static final Duration POLL = Duration.ofMillis(500);

  /** As db-scheduler.heartbeat-interval: a killed instance's work is another's within 25 s. */
  private static final Duration HEARTBEAT = Duration.ofSeconds(4);

  private static final int MISSED_HEARTBEATS = 4;

  private final DataSource database;
  private final Clock clock;
  private final LaneWork work;
  private volatile Scheduler scheduler;

  Lane(DataSource database, Clock clock, LaneWork work) {
    this.database = new TransactionAwareDataSourceProxy(database);
    this.clock = clock;
    this.work = work;
    this.scheduler = newScheduler();
  }

  private Scheduler newScheduler() {
    return Scheduler.create(database, List.of(work.task()))
        .tableName(work.table())
        .clock(clock::instant)
        .threads(work.atOnce())
        // what is picked runs at once: only what runs is known to be alive
        .executorService(Executors.newVirtualThreadPerTaskExecutor())
        .pollUsingLockAndFetch(0.5, 1.0)
        .pollingInterval(POLL)
        .heartbeatInterval(HEARTBEAT)
        .missedHeartbeatsLimit(MISSED_HEARTBEATS)
        .shutdownMaxWait(work.finish())
        .failureLogging(LogLevel.DEBUG, false)
        .build();
  }

  /** Plans a task for now, as {@link #plan(TaskInstance, Duration)} does. */
  public void plan(TaskInstance<Void> instance) {
    plan(instance, Duration.ZERO);
  }

  /**
   * Plans a task, for {@code wait} from now and not before the caller's transaction is committed.
   * One that is planned already is planned anew; one that is under way goes on from what is on its
   * row.
   */
  public void plan(TaskInstance<Void> instance, Duration wait) {
    try {
      scheduler.schedule(
          instance, clock.instant().plus(wait), ScheduleOptions.WHEN_EXISTS_RESCHEDULE);
    } catch (TaskInstanceCurrentlyExecutingException e) {
      log.debug("{} {} is under way", instance.getTaskName(), instance.getId(), e);
    }
    if (TransactionSynchronizationManager.isSynchronizationActive()) {
      TransactionSynchronizationManager.registerSynchronization(
          new TransactionSynchronization() {
            @Override
            public void afterCommit() {
              scheduler.triggerCheckForDueExecutions();
            }
          });
    }
  }

  void start() {
    scheduler.start();
  }

  void stop() {
    var stopped = scheduler;
    // one that was stopped cannot start again, and the application may
    scheduler = newScheduler();
    stopped.stop();
  }
}
