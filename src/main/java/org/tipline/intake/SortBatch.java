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
import java.util.concurrent.Future;
import java.util.function.BooleanSupplier;
import org.springframework.stereotype.Component;

/**
 * Sorts one batch by several hands: newcomers many at a time, everybody else's deliveries one after
 * the other in the order they came.
 */
@Component
class SortBatch {

  /** So many newcomers share a transaction: more only make the others wait longer. */
  private static final int TOGETHER = 32;

  private final SortNewcomers sortNewcomers;
  private final SortDelivery sortDelivery;
  private final Deliveries deliveries;
  private final SenderLanes lanes;
  private final Clock clock;

  SortBatch(
      SortNewcomers sortNewcomers,
      SortDelivery sortDelivery,
      Deliveries deliveries,
      SenderLanes lanes,
      Clock clock) {
    this.sortNewcomers = sortNewcomers;
    this.sortDelivery = sortDelivery;
    this.deliveries = deliveries;
    this.lanes = lanes;
    this.clock = clock;
  }

  /** What comes back was not tried, since {@code goesOn} said no or time was up. */
  List<Opened> sort(Batch batch, ExecutorService hands, BooleanSupplier goesOn)
      throws InterruptedException {
    var untried = new ArrayList<Opened>();
    for (var part : hands.invokeAll(parts(batch, new Turn(batch.until(), goesOn)))) {
      untried.addAll(outcome(part));
    }
    return untried;
  }

  private List<Callable<List<Opened>>> parts(Batch batch, Turn turn) {
    var parts = new ArrayList<Callable<List<Opened>>>();
    var candidates = new ArrayList<Opened>();
    for (var group : batch.bySender()) {
      if (mayBeNewcomer(group)) {
        candidates.add(group.getFirst());
      } else {
        parts.add(() -> sort(group, turn));
      }
    }
    for (var from = 0; from < candidates.size(); from += TOGETHER) {
      var some = candidates.subList(from, Math.min(candidates.size(), from + TOGETHER));
      parts.add(() -> sortTogether(some, turn));
    }
    return parts;
  }

  private static boolean mayBeNewcomer(List<Opened> group) {
    return group.size() == 1 && SortNewcomers.mayTake(group.getFirst());
  }

  private static List<Opened> outcome(Future<List<Opened>> part) throws InterruptedException {
    try {
      return part.get();
    } catch (ExecutionException e) {
      if (e.getCause() instanceof RuntimeException fault) {
        throw fault;
      }
      throw new IllegalStateException(e.getCause());
    }
  }

  private List<Opened> sortTogether(List<Opened> candidates, Turn turn) {
    if (turn.isOver(clock)) {
      return candidates;
    }
    var sorted = sortNewcomers.sort(candidates);
    var untried = new ArrayList<Opened>();
    for (var opened : candidates) {
      if (!sorted.contains(opened.id())) {
        untried.addAll(sort(List.of(opened), turn));
      }
    }
    return untried;
  }

  /** Stops at the first that must be tried again: what its sender sent later waits for it. */
  private List<Opened> sort(List<Opened> group, Turn turn) {
    for (var n = 0; n < group.size(); n++) {
      if (turn.isOver(clock)) {
        return group.subList(n, group.size());
      }
      var again = sortDelivery.sort(group.get(n));
      if (again.isPresent()) {
        lanes.keep(lanes(group), turn.until(), again.get());
        deliveries.giveBack(ids(group.subList(n + 1, group.size())), turn.until(), again.get());
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

  /** How long this instance may go on with a batch. */
  private record Turn(Instant until, BooleanSupplier goesOn) {

    boolean isOver(Clock clock) {
      return !goesOn.getAsBoolean() || clock.instant().isAfter(until);
    }
  }
}
