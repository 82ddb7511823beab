package org.tipline.support;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;

/** The application's clock under test: runs like the real one and can be moved. */
public class SettableClock extends Clock {

  private volatile Duration ahead = Duration.ZERO;

  /** Lets {@code time} pass at once. */
  public void pass(Duration time) {
    ahead = ahead.plus(time);
  }

  /** Makes it {@code now}. */
  public void set(Instant now) {
    ahead = Duration.between(Instant.now(), now);
  }

  /** Puts it right again. */
  public void reset() {
    ahead = Duration.ZERO;
  }

  @Override
  public Instant instant() {
    return Instant.now().plus(ahead);
  }

  @Override
  public ZoneId getZone() {
    return ZoneOffset.UTC;
  }

  @Override
  public Clock withZone(ZoneId zone) {
    throw new UnsupportedOperationException("the application computes in UTC");
  }
}
