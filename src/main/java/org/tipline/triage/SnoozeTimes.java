package org.tipline.triage;

import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.tipline.moderation.BadDecision;

/** Until when a tip is put off, as an editor says it, by the newsroom's own clock. */
@Component
class SnoozeTimes {

  private static final LocalTime MORNING = LocalTime.of(8, 0);

  private final Clock clock;
  private final ZoneId zone;

  SnoozeTimes(Clock clock, ZoneId zone) {
    this.clock = clock;
    this.zone = zone;
  }

  /**
   * The moment; empty: until the reader writes again.
   *
   * @param howLong {@code 1h}, {@code 4h}, {@code morning}, {@code reader} or {@code until}
   * @param until with {@code until}: date and time as a browser's field sends them
   * @throws BadDecision when it is neither
   */
  Optional<Instant> read(@Nullable String howLong, @Nullable String until) {
    return switch (howLong) {
      case "1h" -> Optional.of(clock.instant().plus(Duration.ofHours(1)));
      case "4h" -> Optional.of(clock.instant().plus(Duration.ofHours(4)));
      case "morning" -> Optional.of(morning());
      case "reader" -> Optional.empty();
      case "until" -> Optional.of(moment(until == null ? "" : until));
      case null, default -> throw new BadDecision("Pick until when to put it off.");
    };
  }

  private Instant morning() {
    return clock.instant().atZone(zone).plusDays(1).with(MORNING).toInstant();
  }

  private Instant moment(String until) {
    try {
      return LocalDateTime.parse(until).atZone(zone).toInstant();
    } catch (DateTimeException e) {
      throw new BadDecision("Give the day and the time until which to put it off.");
    }
  }
}
