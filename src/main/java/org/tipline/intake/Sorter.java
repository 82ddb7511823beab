package org.tipline.intake;

import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;

/**
 * Reads kept deliveries into submissions, in the order they came: woken by the door at once, and by
 * itself once a second for what a crash or a failed attempt left behind.
 */
@Component
class Sorter implements SmartLifecycle {

  static final int MOST_ATTEMPTS = 5;

  private static final Logger log = LoggerFactory.getLogger(Sorter.class);
  private static final int BATCH = 32;
  private static final long SWEEP_MILLIS = 1_000;

  private final Deliveries deliveries;
  private final SortDelivery sortDelivery;
  private final Semaphore wake = new Semaphore(0);
  private volatile boolean running;
  private Thread thread = new Thread();

  Sorter(Deliveries deliveries, SortDelivery sortDelivery) {
    this.deliveries = deliveries;
    this.sortDelivery = sortDelivery;
  }

  void wake() {
    wake.release();
  }

  private void sortUntilStopped() {
    while (running) {
      try {
        if (!sortDue()) {
          wake.tryAcquire(SWEEP_MILLIS, TimeUnit.MILLISECONDS);
          wake.drainPermits();
        }
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        return;
      }
    }
  }

  /** Sorts one batch; false when nothing was due or the database is away. */
  private boolean sortDue() throws InterruptedException {
    try {
      var taken = deliveries.take(BATCH);
      taken.forEach(sortDelivery::sort);
      return !taken.isEmpty();
    } catch (DataAccessException | TransactionException e) {
      log.warn("the sorter waits for the database: {}", e.getClass().getSimpleName());
      return false;
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
