package org.tipline.admin;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** Moments as an administrator reads them, by the newsroom's clock. */
@Component("adminTime")
class AdminTime {

  private static final DateTimeFormatter MOMENT =
      DateTimeFormatter.ofPattern("d MMM uuuu, HH:mm", Locale.ENGLISH);

  private final Clock clock;
  private final ZoneId zone;

  AdminTime(Clock clock, @Value("${tipline.newsroom.time-zone}") ZoneId zone) {
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
    if (age.toMinutes() < 1) {
      return "just now";
    }
    if (age.toHours() < 1) {
      return age.toMinutes() + " min ago";
    }
    return age.toDays() < 2 ? age.toHours() + " h ago" : age.toDays() + " days ago";
  }
}
