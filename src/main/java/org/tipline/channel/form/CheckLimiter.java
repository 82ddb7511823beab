package org.tipline.channel.form;

import java.time.Clock;
import org.springframework.stereotype.Component;

/** Slows down who tries receipt codes: each try costs us a seventh of a second of a processor. */
@Component
class CheckLimiter {

  private final NetworkLimiter limiter;

  CheckLimiter(StatusSettings settings, Clock clock) {
    limiter =
        new NetworkLimiter(
            settings.checksPerNetwork(),
            settings.networkWindow(),
            settings.checksPerMinute(),
            clock);
  }

  boolean admits(String peer) {
    return limiter.admits(peer);
  }
}
