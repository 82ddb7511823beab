package org.tipline.channel.twilio;

import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.convert.DurationStyle;

/**
 * How long Twilio's copy of a message outlives its receipt.
 *
 * @param age null: for ever
 */
record DeleteAfter(@Nullable Duration age) {

  /** Until then the copy makes good what a restored backup or a late look has not. */
  private static final Duration LEAST = Duration.ofHours(24);

  /** Public so that Spring's conversion finds it when it binds settings. */
  public static DeleteAfter of(String setting) {
    if (setting.isBlank() || setting.strip().equals("never")) {
      return new DeleteAfter(null);
    }
    var age = DurationStyle.detectAndParse(setting.strip());
    if (age.compareTo(LEAST) < 0) {
      throw new IllegalArgumentException(
          "Set tipline.twilio.delete-after to never, or to 24h or more.");
    }
    return new DeleteAfter(age);
  }

  Optional<Duration> wanted() {
    return Optional.ofNullable(age);
  }
}
