package org.tipline.channel.email;

import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/** How long a connection may stay, and how often it may be refused: SubEtha counts neither. */
final class SmtpVisit {

  /** Postfix's smtpd_hard_error_limit. */
  private static final int MAX_REFUSALS = 20;

  /** 35 MB take that long at 20 kB/s; a sender of one byte a minute must not hold its place. */
  private static final Duration LONGEST = Duration.ofMinutes(30);

  private final long idleMillis;
  private final long end = System.nanoTime() + LONGEST.toNanos();
  private int refusals;

  SmtpVisit(Duration idleTimeout) {
    idleMillis = idleTimeout.toMillis();
  }

  /** How long the next read may wait. */
  int patienceMillis() throws SocketTimeoutException {
    var left = TimeUnit.NANOSECONDS.toMillis(end - System.nanoTime());
    if (left <= 0) {
      throw new SocketTimeoutException("the connection has been open for too long");
    }
    return Math.toIntExact(Math.min(left, idleMillis));
  }

  /** Counts the answer if it is a refusal; whether it was one too many. */
  boolean isOverWith(byte firstOfAnswer) {
    return firstOfAnswer == '5' && ++refusals >= MAX_REFUSALS;
  }
}
