package org.tipline.moderation;

import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;
import org.springframework.transaction.event.TransactionalEventListener;

/**
 * Makes new words findable, on a lane of its own: woken after each commit that changed a tip, and
 * by itself for what another instance or a crash left behind.
 */
@Component
class IndexWords implements SmartLifecycle {

  private static final Logger log = LoggerFactory.getLogger(IndexWords.class);
  private static final long SWEEP_SECONDS = 5;

  private final TipWords words;
  private final Semaphore wake = new Semaphore(0);
  private volatile boolean running;
  private Thread thread = new Thread();

  IndexWords(TipWords words) {
    this.words = words;
  }

  @TransactionalEventListener
  void on(TipsOpened opened) {
    wake.release();
  }

  @TransactionalEventListener
  void on(TipChanged changed) {
    wake.release();
  }

  private void indexUntilStopped() {
    forgive();
    while (running) {
      try {
        if (!indexDue()) {
          wake.tryAcquire(SWEEP_SECONDS, TimeUnit.SECONDS);
          wake.drainPermits();
        }
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        return;
      }
    }
  }

  private void forgive() {
    try {
      words.forgive();
    } catch (DataAccessException e) {
      log.warn("search waits for the database: {}", e.getClass().getSimpleName());
    }
  }

  /** False when nothing was due or the database is away. */
  private boolean indexDue() {
    try {
      return words.update();
    } catch (DataAccessException | TransactionException e) {
      log.warn("search waits for the database: {}", e.getClass().getSimpleName());
      return false;
    } catch (RuntimeException | Error e) {
      log.error("Search does not find new words; if this comes back, restart Tipline.", e);
      return false;
    }
  }

  @Override
  public void start() {
    running = true;
    thread = Thread.ofPlatform().name("index-words").start(this::indexUntilStopped);
  }

  @Override
  public void stop() {
    running = false;
    wake.release();
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
}
