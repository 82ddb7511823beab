package org.tipline.intake;

import static java.util.stream.Collectors.toSet;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;
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
  private final SortDelivery sortDelivery;
  private final Deliveries deliveries;
  private final SenderLanes lanes;
  private final Clock clock;
  private final Semaphore wake = new Semaphore(0);
  private volatile boolean running;
  private Thread thread = new Thread();

  Sorter(
      TakeBatch takeBatch,
      SortDelivery sortDelivery,
      Deliveries deliveries,
      SenderLanes lanes,
      Clock clock) {
    this.takeBatch = takeBatch;
    this.sortDelivery = sortDelivery;
    this.deliveries = deliveries;
    this.lanes = lanes;
    this.clock = clock;
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
      var batch = takeBatch.take();
      if (batch.deliveries().isEmpty()) {
        deliveries.parkDeadly();
        return false;
      }
      takeBatch.end(batch, sort(batch, hands));
      return true;
    } catch (DataAccessException | TransactionException e) {
      log.warn("the sorter waits for the database: {}", e.getClass().getSimpleName());
      return false;
    } catch (RuntimeException | Error e) {
      log.error("The sorter goes on after a fault; if this comes back, restart Tipline.", e);
      return false;
    }
  }

  /** What comes back was not tried. */
  private List<Opened> sort(Batch batch, ExecutorService hands) throws InterruptedException {
    var groups =
        batch.bySender().stream()
            .<Callable<List<Opened>>>map(group -> () -> sort(group, batch.until()))
            .toList();
    var untried = new ArrayList<Opened>();
    for (var group : hands.invokeAll(groups)) {
      untried.addAll(outcome(group));
    }
    return untried;
  }

  private static List<Opened> outcome(Future<List<Opened>> group) throws InterruptedException {
    try {
      return group.get();
    } catch (ExecutionException e) {
      if (e.getCause() instanceof RuntimeException fault) {
        throw fault;
      }
      throw new IllegalStateException(e.getCause());
    }
  }

  /** Stops at the first that must be tried again: what its sender sent later waits for it. */
  private List<Opened> sort(List<Opened> group, Instant until) {
    for (var n = 0; n < group.size(); n++) {
      if (!running || clock.instant().isAfter(until)) {
        return group.subList(n, group.size());
      }
      var again = sortDelivery.sort(group.get(n));
      if (again.isPresent()) {
        lanes.keep(lanes(group), until, again.get());
        deliveries.giveBack(ids(group.subList(n + 1, group.size())), until, again.get());
        return List.of();
      }
    }
    return List.of();
  }

  private static List<UUID> ids(List<Opened> group) {
    return group.stream().map(Opened::id).toList();
  }

  private static Set<UUID> lanes(List<Opened> group) {
    return group.stream().flatMap(opened -> opened.lanes().stream()).collect(toSet());
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
