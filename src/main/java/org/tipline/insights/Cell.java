package org.tipline.insights;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** One thing in a table. */
public sealed interface Cell {

  /** What a chart draws; null: nothing. Seconds, for moments and lengths of time. */
  default @Nullable Long value() {
    return null;
  }

  /** When a step begins. */
  record Moment(Instant at, boolean isWholeDay) implements Cell {

    @Override
    public Long value() {
      return at.getEpochSecond();
    }
  }

  /** Somebody's own words: a desk's name, its reason. */
  record Text(String text) implements Cell {}

  /** Words of ours, by their key. */
  record Known(String key) implements Cell {}

  record Count(long count) implements Cell {

    @Override
    public Long value() {
      return count;
    }
  }

  /** How long something took; null: it has not happened. */
  record Lasted(@Nullable Duration time) implements Cell {

    @Override
    public @Nullable Long value() {
      return time == null ? null : time.toSeconds();
    }
  }
}
