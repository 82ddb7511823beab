package org.tipline.bench;

import java.util.Arrays;
import java.util.List;

/**
 * What one round of a measurement saw.
 *
 * @param micros how long each call took, shortest first
 * @param seconds from the first call to the last answer
 */
record Round(long[] micros, double seconds) {

  static Round of(List<long[]> parts, long nanos) {
    var micros = parts.stream().flatMapToLong(Arrays::stream).sorted().toArray();
    return new Round(micros, nanos / 1e9);
  }

  double perSecond() {
    return micros.length / seconds;
  }

  /** Milliseconds; {@code share} of all calls took no longer. */
  double percentile(double share) {
    return micros[(int) Math.min(micros.length - 1, micros.length * share)] / 1e3;
  }

  double p50() {
    return percentile(0.5);
  }

  double p95() {
    return percentile(0.95);
  }

  double p99() {
    return percentile(0.99);
  }
}
