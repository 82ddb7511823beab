package org.tipline.intake;

import static java.time.temporal.ChronoUnit.MICROS;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Takes what is due for one instance, the oldest first, and with it its senders: whatever else is
 * due of one who is being sorted elsewhere, or whose earlier delivery failed, waits.
 */
@Component
class TakeBatch {

  /** What is taken and not sorted by then, since its instance is gone, is taken again. */
  static final Duration LEASE = Duration.ofSeconds(20);

  private static final int MOST_ROWS = 64;
  private static final int MOST_BYTES = 16 << 20;

  /** So many, and so often, are opened to look past senders who have to wait. */
  private static final int FAR_ROWS = 1_024;

  private static final int FAR_LOOKS = 16;

  private final DueDeliveries dueDeliveries;
  private final Deliveries deliveries;
  private final SenderLanes lanes;
  private final OpenDelivery openDelivery;
  private final TransactionTemplate transaction;
  private final Clock clock;

  TakeBatch(
      DueDeliveries dueDeliveries,
      Deliveries deliveries,
      SenderLanes lanes,
      OpenDelivery openDelivery,
      TransactionTemplate transaction,
      Clock clock) {
    this.dueDeliveries = dueDeliveries;
    this.deliveries = deliveries;
    this.lanes = lanes;
    this.openDelivery = openDelivery;
    this.transaction = transaction;
    this.clock = clock;
  }

  Batch take() {
    return transaction.execute(_ -> takeInTurn());
  }

  private Batch takeInTurn() {
    lanes.takeTurns();
    // one moment for deliveries and lanes, and in microseconds, as the tables have it
    var now = clock.instant().truncatedTo(MICROS);
    var until = now.plus(LEASE);
    return leased(firstFree(now, until), now, until);
  }

  /** What one look opened is let go before the next: a flood of large mails must not pile up. */
  private List<Opened> firstFree(Instant now, Instant until) {
    var walk = new DueWalk(dueDeliveries, now);
    var free = free(walk, MOST_ROWS, now, until);
    for (var look = 0; look < FAR_LOOKS && free.isEmpty() && !walk.isOver(); look++) {
      free = free(walk, FAR_ROWS, now, until);
    }
    return free;
  }

  /**
   * One that may have ended Tipline is taken alone: if it does so again, that counts for it only.
   */
  private Batch leased(List<Opened> free, Instant now, Instant until) {
    var tried = deliveries.lease(ids(free), until);
    var taken =
        free.stream().filter(opened -> tried.contains(opened.id())).findFirst().map(List::of);
    taken.ifPresent(alone -> leave(free, alone, now, until));
    return new Batch(taken.orElse(free), until);
  }

  private void leave(List<Opened> free, List<Opened> taken, Instant now, Instant until) {
    var left = new ArrayList<>(free);
    left.removeAll(taken);
    deliveries.giveBack(ids(left), until, now);
    lanes.free(unused(new Batch(left, until).lanes(), taken), until);
  }

  private static List<UUID> ids(List<Opened> deliveries) {
    return deliveries.stream().map(Opened::id).toList();
  }

  private List<Opened> free(DueWalk walk, int mostRows, Instant now, Instant until) {
    var due = walk.next(mostRows, MOST_BYTES).stream().map(openDelivery::open).toList();
    var held = hold(due, walk, now, until);
    var free = new ArrayList<Opened>();
    var waiting = new ArrayList<Opened>();
    due.forEach(opened -> (walk.waits(opened.lanes()) ? waiting : free).add(opened));
    dueDeliveries.remember(waiting);
    var taken = free.stream().limit(MOST_ROWS).toList();
    lanes.free(unused(held, taken), until);
    return taken;
  }

  private Set<UUID> hold(List<Opened> due, DueWalk walk, Instant now, Instant until) {
    var wanted = new HashSet<UUID>();
    due.forEach(opened -> wanted.addAll(opened.lanes()));
    var held = lanes.hold(wanted, now, until);
    wanted.removeAll(held);
    walk.block(wanted);
    return held;
  }

  /** Ends a batch. What was not tried is anybody's at once, in its old order. */
  void end(Batch batch, List<Opened> untried) {
    transaction.executeWithoutResult(
        _ -> {
          if (!untried.isEmpty()) {
            lanes.takeTurns();
            deliveries.giveBack(ids(untried), batch.until(), clock.instant());
          }
          lanes.free(batch.lanes(), batch.until());
        });
  }

  /** A sender with two addresses may have one of them held elsewhere. */
  private static Set<UUID> unused(Set<UUID> held, List<Opened> free) {
    var unused = new HashSet<>(held);
    free.forEach(opened -> unused.removeAll(opened.lanes()));
    return unused;
  }
}
