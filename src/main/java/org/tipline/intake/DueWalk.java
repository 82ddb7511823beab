package org.tipline.intake;

import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Queue;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Goes once through what is due, the oldest first, and past what is known to wait for an earlier
 * delivery: that is not opened again.
 */
class DueWalk {

  private static final int FIRST_PAGE = 64;
  private static final int PAGE = 1_024;

  private final DueDeliveries deliveries;
  private final Instant now;
  private final Set<UUID> blocked = new HashSet<>();
  private final Queue<Due> page = new ArrayDeque<>();
  private @Nullable Due last;
  private boolean atEnd;

  DueWalk(DueDeliveries deliveries, Instant now) {
    this.deliveries = deliveries;
    this.now = now;
  }

  /**
   * The next that may be free: at most so many, and no more bytes than that unless one alone has
   * more; none at the end.
   */
  List<SealedDelivery> next(int mostRows, int mostBytes) {
    var ids = new ArrayList<UUID>();
    var bytes = 0L;
    while (ids.size() < mostRows && bytes < mostBytes && hasNext()) {
      var due = page.remove();
      last = due;
      if (!isKnownToWait(due)) {
        ids.add(due.id());
        bytes += due.bytes();
      }
    }
    return ids.isEmpty() ? List.of() : deliveries.contents(ids);
  }

  boolean isOver() {
    return page.isEmpty() && atEnd;
  }

  private boolean hasNext() {
    if (page.isEmpty() && !atEnd) {
      var rows = last == null ? FIRST_PAGE : PAGE;
      page.addAll(deliveries.find(now, last, rows));
      atEnd = page.size() < rows;
    }
    return !page.isEmpty();
  }

  private boolean isKnownToWait(Due due) {
    if (due.isHeld()) {
      block(due.lanes());
    }
    return waits(due.lanes());
  }

  /**
   * Whether the next delivery in order, which is from {@code lanes}, has to wait. What is behind it
   * and from one of them waits, too.
   */
  boolean waits(Set<UUID> lanes) {
    var waits = !Collections.disjoint(lanes, blocked);
    if (waits) {
      block(lanes);
    }
    return waits;
  }

  void block(Set<UUID> lanes) {
    blocked.addAll(lanes);
  }
}
