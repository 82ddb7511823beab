package org.tipline.intake;

import java.time.Instant;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.tipline.channel.HeldDelivery;

/**
 * What a look has found missing so far, the oldest of it and no more than some thousands: a
 * reader's messages must come in the order they were sent, and a list may begin with the newest.
 */
final class Gathering {

  // of one second, what stands further back in a list is older
  private static final Comparator<Found> OLDEST_FIRST =
      Comparator.comparing(Found::takenAt)
          .thenComparing(Comparator.comparingInt(Found::position).reversed());

  private final int most;
  private final TreeSet<Found> found = new TreeSet<>(OLDEST_FIRST);
  private final Set<String> keys = new HashSet<>();
  private int position;
  private boolean cut;

  Gathering(int most) {
    this.most = most;
  }

  /** The same delivery may be on two pages. */
  void add(HeldDelivery held, Instant takenAt) {
    if (keys.add(held.key())) {
      found.add(new Found(held, takenAt, position++));
    }
    if (found.size() > most) {
      keys.remove(found.removeLast().held().key());
      cut = true;
    }
  }

  List<Found> oldestFirst() {
    return List.copyOf(found);
  }

  /** Whether newer ones had to be left in the list. */
  boolean isCut() {
    return cut;
  }

  /**
   * A delivery that never reached us.
   *
   * @param position where in the list, from its beginning
   */
  record Found(HeldDelivery held, Instant takenAt, int position) {}
}
