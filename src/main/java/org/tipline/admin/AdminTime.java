package org.tipline.admin;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.springframework.stereotype.Component;

/** Moments as an administrator reads them, by the newsroom's clock. */
@Component("adminTime")
class AdminTime {

  private static final DateTimeFormatter MOMENT =
      DateTimeFormatter.ofPattern("d MMM uuuu, HH:mm", Locale.ENGLISH);

  private final Clock clock;
  private final ZoneId zone;

  AdminTime(Clock clock, ZoneId zone) {
    this.clock = clock;
    this.zone = zone;
  }

  /** {@code 24 Nov 2026, 14:02}. */
  public String of(Instant at) {
    return MOMENT.format(at.atZone(zone));
  }

  /** {@code 3 min ago}; a moment ahead of our clock is just now. */
  public String ago(Instant at) {
    var age = Duration.between(at, clock.instant());
    return age.toMinutes() < 1 ? "just now" : length(age) + " ago";
  }

  /** {@code 3 min}. */
  public static String length(Duration time) {
    if (time.toMinutes() < 1) {
      return "less than a minute";
    }
    if (time.toHours() < 1) {
      return time.toMinutes() + " min";
    }
    return time.toDays() < 2 ? time.toHours() + " h" : time.toDays() + " days";
  }
}
