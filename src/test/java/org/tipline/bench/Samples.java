package org.tipline.bench;

import java.util.Arrays;

/** Durations as they are taken, in microseconds; for one thread. */
final class Samples {

  private long[] micros = new long[16_384];
  private int count;

  void add(long nanos) {
    if (count == micros.length) {
      micros = Arrays.copyOf(micros, 2 * count);
    }
    micros[count++] = nanos / 1_000;
  }

  long[] toArray() {
    return Arrays.copyOf(micros, count);
  }
}
