package org.tipline.intake;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * Brings what waits in the spool into the database, oldest first. As long as something waits it is
 * the only one who asks a database that has failed.
 */
@Component
class SpoolDrain implements SmartLifecycle {

  private static final Logger log = LoggerFactory.getLogger(SpoolDrain.class);
  private static final long GLANCE_MILLIS = 200;
  private static final long REST_MILLIS = 5_000;

  private final Spool spool;
  private final SpoolFolder folder;
  private final SpoolReader reader;
  private final SpoolCommit commit;
  private final Breaker breaker;
  private volatile boolean running;
  private Thread thread = new Thread();

  SpoolDrain(
      Spool spool, SpoolFolder folder, SpoolReader reader, SpoolCommit commit, Breaker breaker) {
    this.spool = spool;
    this.folder = folder;
    this.reader = reader;
    this.commit = commit;
    this.breaker = breaker;
  }

  private void drainUntilStopped() {
    while (running) {
      try {
        drain();
        Thread.sleep(GLANCE_MILLIS);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        return;
      } catch (RuntimeException | Error e) {
        log.error("The spool is not emptied, will try again; if it goes on, restart Tipline.", e);
        rest();
      }
    }
  }

  private static void rest() {
    try {
      Thread.sleep(REST_MILLIS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void drain() {
    if (breaker.isOpen()) {
      return;
    }
    if (!folder.isOurs()) {
      spool.look();
      return;
    }
    var waiting = folder.waiting();
    if (!drainAll(waiting)) {
      folder.handOver();
    } else if (running) {
      spool.whileNobodyEnters(this::drainLast);
    }
  }

  /** Many files, while more come in behind them. */
  private boolean drainAll(Iterable<String> waiting) {
    var names = waiting.iterator();
    while (running && names.hasNext()) {
      if (!commit.commit(reader.read(names))) {
        return false;
      }
    }
    return true;
  }

  /** What came in meanwhile; too much for one commit is left to the next round. */
  private void drainLast() {
    var last = folder.waiting();
    if (!last.isEmpty() && last.size() <= SpoolReader.MOST_ROWS) {
      drainAll(last);
    }
  }

  @Override
  public void start() {
    running = true;
    thread = Thread.ofPlatform().name("spool-drain").start(this::drainUntilStopped);
  }

  @Override
  public void stop() {
    running = false;
    thread.interrupt();
    try {
      thread.join(5_000);
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
