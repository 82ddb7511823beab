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

  /** So far is looked past one sender who has to wait, for others who need not. */
  private static final int FAR = 16;

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
    var free = free(open(now, 1), now, until);
    if (free.isEmpty()) {
      free = free(open(now, FAR), now, until);
    }
    return leased(free, now, until);
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

  private List<Opened> open(Instant now, int times) {
    return dueDeliveries.find(now, times * MOST_ROWS, times * MOST_BYTES).stream()
        .map(openDelivery::open)
        .toList();
  }

  private List<Opened> free(List<Opened> due, Instant now, Instant until) {
    var wanted = new HashSet<UUID>();
    due.forEach(opened -> wanted.addAll(opened.lanes()));
    var held = lanes.hold(wanted, now, until);
    wanted.removeAll(held);
    var free = notBehind(wanted, due);
    lanes.free(unused(held, free), until);
    return free;
  }

  /** What is behind a delivery that has to wait waits, too. */
  private static List<Opened> notBehind(Set<UUID> blocked, List<Opened> due) {
    var free = new ArrayList<Opened>();
    for (var opened : due) {
      if (opened.lanes().stream().anyMatch(blocked::contains)) {
        blocked.addAll(opened.lanes());
      } else if (free.size() < MOST_ROWS) {
        free.add(opened);
      }
    }
    return free;
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
