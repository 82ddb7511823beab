package org.tipline.channel.form;

import java.time.Clock;
import org.springframework.stereotype.Component;

/** Slows a flood of posts down. */
@Component
class PostLimiter {

  private final NetworkLimiter limiter;

  PostLimiter(WebSettings settings, Clock clock) {
    limiter =
        new NetworkLimiter(
            settings.postsPerNetwork(), settings.networkWindow(), settings.postsPerMinute(), clock);
  }

  boolean admits(String peer) {
    return limiter.admits(peer);
  }
}
