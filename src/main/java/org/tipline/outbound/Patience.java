package org.tipline.outbound;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** How long one call may still take, from its first hop to its last byte. */
class Patience {

  private final long startedNanos = System.nanoTime();
  private final Duration read;
  private final Duration total;

  Patience(Duration read, Duration total) {
    this.read = read;
    this.total = total;
  }

  long elapsedNanos() {
    return System.nanoTime() - startedNanos;
  }

  /** The time the next answer may take to begin. */
  Duration untilAnswer() {
    var left = total.minusNanos(elapsedNanos());
    var least = left.compareTo(read) < 0 ? left : read;
    return least.isPositive() ? least : Duration.ofNanos(1);
  }

  /** What went wrong by now, null while all is well; {@code readingSince} is 0 between reads. */
  @Nullable String complaint(long readingSinceNanos) {
    var now = elapsedNanos();
    if (now > total.toNanos()) {
      return "The answer took longer than tipline.outbound.total-timeout allows.";
    }
    if (readingSinceNanos > 0 && now - readingSinceNanos > read.toNanos()) {
      return "The answer stopped for longer than tipline.outbound.read-timeout allows.";
    }
    return null;
  }
}
