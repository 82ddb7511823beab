package org.tipline.intake;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** A look that broke off; why is in the channel's troubles already. */
class LookBroken extends Exception {

  private static final Duration FIRST_WAIT = Duration.ofSeconds(5);
  private static final Duration LONGEST_ASKED = Duration.ofHours(1);

  private final int failures;
  private final @Nullable Duration asked;

  LookBroken(int failures, @Nullable Duration asked, @Nullable Exception cause) {
    super(cause);
    this.failures = failures;
    this.asked = asked;
  }

  /** Some of what was found could not be collected: the next look is soon enough. */
  static LookBroken unfinished() {
    return new LookBroken(Integer.MAX_VALUE, null, null);
  }

  /** 10 s, 20 s, 40 s … {@code longest}, or what the provider asked for. */
  Duration wait(Duration longest) {
    if (asked != null) {
      return asked.compareTo(LONGEST_ASKED) < 0 ? asked : LONGEST_ASKED;
    }
    var wait = FIRST_WAIT.multipliedBy(1L << Math.min(failures, 10));
    return wait.compareTo(longest) < 0 ? wait : longest;
  }
}
