package org.tipline.channel.email;

import jakarta.mail.internet.MailDateFormat;
import java.text.ParseException;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** When a mail says it was written, as far as that can be true. */
final class MailDate {

  private static final Instant EARLIEST = Instant.parse("2000-01-01T00:00:00Z");
  private static final Duration CLOCK_SKEW = Duration.ofDays(1);
  private static final int LONGEST = 100;

  private MailDate() {}

  static Optional<Instant> of(String header, Instant receivedAt) {
    if (header.length() > LONGEST) {
      return Optional.empty();
    }
    try {
      return Optional.of(new MailDateFormat().parse(header).toInstant())
          .filter(date -> date.isAfter(EARLIEST) && date.isBefore(receivedAt.plus(CLOCK_SKEW)));
    } catch (ParseException e) {
      return Optional.empty();
    }
  }
}
