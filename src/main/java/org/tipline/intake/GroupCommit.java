package org.tipline.intake;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Future;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;
import org.tipline.channel.Delivery;

/**
 * Lets concurrent accepts share one insert and one commit. There is no timer: a writer takes
 * whatever has gathered while the others were committing, so a lone delivery waits for nobody.
 *
 * <p>The writers seal as well: Tink keeps a source of randomness for each thread, which takes
 * longer to make than a commit does, and a request's thread is a new one.
 */
@Component
class GroupCommit implements SmartLifecycle {

  private static final Logger log = LoggerFactory.getLogger(GroupCommit.class);

  /** Larger batches only add waiting at the slow end. */
  private static final int MOST_ROWS = 64;

  private static final int MOST_BATCH_BYTES = 8 << 20;

  /** Two keep two cores busy; more only queue inside PostgreSQL. */
  private static final int WRITERS = 2;

  /** All bytes that may wait at once, in KiB: what keeps memory flat when the database is slow. */
  private static final int MOST_WAITING_KIB = 192 << 10;

  private final DeliverySeal seal;
  private final DeliveryInsert insert;
  private final LinkedBlockingQueue<Waiting> queue = new LinkedBlockingQueue<>();
  private final Semaphore roomKib = new Semaphore(MOST_WAITING_KIB);
  private final List<Thread> writers = new ArrayList<>();
  private volatile boolean running;

  GroupCommit(DeliverySeal seal, DeliveryInsert insert) {
    this.seal = seal;
    this.insert = insert;
  }

  /** Queues a delivery; the future fails when the database refuses it. */
  Future<Acceptance> add(Delivery delivery, long deadline) throws StoreAway {
    var waiting = new Waiting(delivery, new CompletableFuture<>());
    takeRoom(waiting.kib(), deadline);
    queue.add(waiting);
    return waiting.outcome();
  }

  private void takeRoom(int kib, long deadline) throws StoreAway {
    try {
      if (!roomKib.tryAcquire(kib, deadline - System.nanoTime(), TimeUnit.NANOSECONDS)) {
        throw new DatabaseAway("too much waits for the database already", null);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new StoreAway("interrupted", e);
    }
  }

  private void writeUntilStopped() {
    while (running) {
      try {
        var first = queue.poll(200, TimeUnit.MILLISECONDS);
        if (first != null) {
          writeAll(gather(first));
        }
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        return;
      } catch (RuntimeException | Error e) {
        // A door with no writer would turn everybody away until the next start.
        log.error("A writer of the door goes on; if this comes back, restart Tipline.", e);
      }
    }
  }

  private void writeAll(List<Waiting> batch) {
    try {
      write(batch.stream().filter(Waiting::isWanted).toList());
    } finally {
      roomKib.release(batch.stream().mapToInt(Waiting::kib).sum());
    }
  }

  /** Everything that waits already, up to the caps. */
  private List<Waiting> gather(Waiting first) {
    var batch = new ArrayList<Waiting>(List.of(first));
    var bytes = first.delivery().body().length;
    for (var next = queue.peek(); next != null && batch.size() < MOST_ROWS; next = queue.peek()) {
      bytes += next.delivery().body().length;
      if (bytes > MOST_BATCH_BYTES || !queue.remove(next)) {
        break;
      }
      batch.add(next);
    }
    return batch;
  }

  private void write(List<Waiting> batch) {
    if (batch.isEmpty()) {
      return;
    }
    try {
      var rows = batch.stream().map(Waiting::delivery).map(seal::seal).toList();
      var added = insert.insert(rows);
      for (var n = 0; n < batch.size(); n++) {
        batch.get(n).answer(added.contains(rows.get(n).id()));
      }
    } catch (SQLException e) {
      if (batch.size() > 1 && StoreFault.isOfARow(e)) {
        writeEach(batch);
      } else {
        log.warn("{} deliveries not committed: SQLSTATE {}", batch.size(), e.getSQLState());
        fail(batch, e);
      }
    } catch (RuntimeException | Error e) {
      if (batch.size() > 1) {
        writeEach(batch);
      } else {
        log.error(
            "A delivery was not committed, and its sender was asked to try again; if it comes back,"
                + " restart Tipline and report this.",
            e);
        fail(batch, e);
      }
    }
  }

  /** So that one row that no statement takes fails alone. */
  private void writeEach(List<Waiting> batch) {
    batch.forEach(waiting -> write(List.of(waiting)));
  }

  private static void fail(List<Waiting> batch, Throwable e) {
    batch.forEach(waiting -> waiting.outcome().completeExceptionally(e));
  }

  @Override
  public void start() {
    running = true;
    for (var n = 1; n <= WRITERS; n++) {
      writers.add(Thread.ofPlatform().name("intake-writer-" + n).start(this::writeUntilStopped));
    }
  }

  /** Stops after the doors are closed, so that nobody waits in the queue any more. */
  @Override
  public void stop() {
    running = false;
    for (var writer : writers) {
      try {
        writer.join(5_000);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    }
    writers.clear();
  }

  @Override
  public boolean isRunning() {
    return running;
  }

  @Override
  public int getPhase() {
    return 0;
  }

  private record Waiting(Delivery delivery, CompletableFuture<Acceptance> outcome) {

    /** Whoever gave up waiting was told "try again": storing it still would be no help. */
    boolean isWanted() {
      return !outcome.isDone();
    }

    int kib() {
      return Math.min(MOST_WAITING_KIB, 1 + (delivery.body().length >> 10));
    }

    void answer(boolean added) {
      outcome.complete(added ? Acceptance.NEW : Acceptance.REPEAT);
    }
  }
}
