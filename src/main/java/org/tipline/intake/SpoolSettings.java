package org.tipline.intake;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * How the door does without the database.
 *
 * @param pause how long nobody asks a database that has just failed
 * @param minFree what the spool leaves free on its disk
 * @param minFreePercent the same as a share of the disk; the larger of the two counts
 */
@ConfigurationProperties("tipline.spool")
record SpoolSettings(
    @DefaultValue("5s") Duration pause,
    @DefaultValue("2GB") DataSize minFree,
    @DefaultValue("10") int minFreePercent) {

  SpoolSettings {
    if (minFreePercent < 0 || minFreePercent > 99) {
      throw new IllegalArgumentException("tipline.spool.min-free-percent is 0 to 99");
    }
  }

  /** Bytes that must stay free on a disk of {@code total} bytes. */
  long reserve(long total) {
    return Math.max(minFree.toBytes(), total / 100 * minFreePercent);
  }
}
