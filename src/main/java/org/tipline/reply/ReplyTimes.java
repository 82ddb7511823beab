package org.tipline.reply;

import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.Nullable;

/** When a reply is tried or looked up again. */
final class ReplyTimes {

  /** Later than this a reader wonders what it is about; an editor can still send it again. */
  static final Duration GIVE_UP_AFTER = Duration.ofHours(24);

  /**
   * So many look-ups must find nothing before a reply is sent again: eight minutes, in which a
   * provider's list shows whatever it has accepted.
   */
  static final int ENOUGH_LOOK_UPS = 5;

  static final Duration CHANNEL_OFF = Duration.ofMinutes(1);

  private static final Duration LONGEST_RETRY = Duration.ofMinutes(10);
  private static final Duration FIRST_LOOK_UP = Duration.ofSeconds(15);
  private static final Duration LONGEST_LOOK_UP = Duration.ofMinutes(30);

  private ReplyTimes() {}

  /** 2 s, 4 s, 8 s … ten minutes, and never before the provider wants to hear of us again. */
  static Duration retry(int attempts, @Nullable Duration asked) {
    var wait = doubled(Duration.ofSeconds(1), attempts, LONGEST_RETRY);
    return withJitter(asked == null || asked.compareTo(wait) < 0 ? wait : asked);
  }

  /** 15 s, 30 s, 1 min, 2 min, 4 min … half an hour. */
  static Duration lookUp(int lookUps) {
    return withJitter(doubled(FIRST_LOOK_UP, lookUps, LONGEST_LOOK_UP));
  }

  private static Duration doubled(Duration first, int times, Duration longest) {
    var wait = first.multipliedBy(1L << Math.min(times, 12));
    return wait.compareTo(longest) > 0 ? longest : wait;
  }

  /** Up to a quarter more, so that what failed together does not come back together. */
  private static Duration withJitter(Duration wait) {
    return wait.plusMillis(ThreadLocalRandom.current().nextLong(1 + wait.toMillis() / 4));
  }
}
