package org.tipline.intake;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;

/**
 * Reads kept deliveries into submissions, each sender's in the order they came and several senders'
 * at a time: woken by the door at once, and by itself once a second for what a crash, a failed
 * attempt or another instance left behind.
 */
@Component
class Sorter implements SmartLifecycle {

  static final int MOST_ATTEMPTS = 5;

  private static final Logger log = LoggerFactory.getLogger(Sorter.class);
  private static final long SWEEP_MILLIS = 1_000;

  /** Commits that wait together for the disk; they leave most connections to the desk. */
  private static final int HANDS = 4;

  private final TakeBatch takeBatch;
  private final SortBatch sortBatch;
  private final Deliveries deliveries;
  private final Semaphore wake = new Semaphore(0);
  private volatile boolean running;
  private Thread thread = new Thread();

  /**
   * What the database broke off: those attempts are taken back before anything else is taken. A
   * fault of another kind may be a delivery's own, and counts.
   */
  private @Nullable Batch brokenOff;

  Sorter(TakeBatch takeBatch, SortBatch sortBatch, Deliveries deliveries) {
    this.takeBatch = takeBatch;
    this.sortBatch = sortBatch;
    this.deliveries = deliveries;
  }

  void wake() {
    wake.release();
  }

  private void sortUntilStopped() {
    try (var hands = Executors.newFixedThreadPool(HANDS, hand())) {
      while (running) {
        if (!sortDue(hands)) {
          wake.tryAcquire(SWEEP_MILLIS, TimeUnit.MILLISECONDS);
          wake.drainPermits();
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static ThreadFactory hand() {
    return Thread.ofPlatform().name("sorter-", 1).factory();
  }

  /** Sorts one batch; false when nothing was due or the database is away. */
  private boolean sortDue(ExecutorService hands) throws InterruptedException {
    try {
      giveBackWhatWasBrokenOff();
      var batch = takeBatch.take();
      if (batch.deliveries().isEmpty()) {
        deliveries.parkDeadly();
        return false;
      }
      brokenOff = batch;
      takeBatch.end(batch, sortBatch.sort(batch, hands, this::isRunning));
      brokenOff = null;
      return true;
    } catch (DataAccessException | TransactionException e) {
      log.warn("the sorter waits for the database: {}", e.getClass().getSimpleName());
      brokenOff = StoreFault.isOfThePlace(e) ? brokenOff : null;
      Thread.sleep(SWEEP_MILLIS); // not woken: whatever comes would meet the same
      return false;
    } catch (RuntimeException | Error e) {
      brokenOff = null;
      log.error("The sorter goes on after a fault; if this comes back, restart Tipline.", e);
      return false;
    }
  }

  private void giveBackWhatWasBrokenOff() {
    if (brokenOff != null) {
      takeBatch.end(brokenOff, brokenOff.deliveries());
      brokenOff = null;
    }
  }

  @Override
  public void start() {
    running = true;
    thread = Thread.ofPlatform().name("sorter").start(this::sortUntilStopped);
  }

  @Override
  public void stop() {
    running = false;
    wake();
    try {
      thread.join(10_000);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public boolean isRunning() {
    return running;
  }

  @Override
  public int getPhase() {
    return 0;
  }
}
