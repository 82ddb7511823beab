package org.tipline.intake;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Remembers for a moment that the database failed, so that not every reader waits for it. */
@Component
class Breaker {

  private static final Logger log = LoggerFactory.getLogger(Breaker.class);

  private final SpoolSettings settings;
  private volatile long closesAt = System.nanoTime();

  Breaker(SpoolSettings settings) {
    this.settings = settings;
  }

  /** The database failed for a reason of its own, {@code why}: it is left alone for a while. */
  void open(String why) {
    if (!isOpen()) {
      log.warn("the database is left alone for {}: {}", settings.pause(), why);
    }
    closesAt = System.nanoTime() + settings.pause().toNanos();
  }

  boolean isOpen() {
    return closesAt - System.nanoTime() > 0;
  }
}
