package org.tipline.intake;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HexFormat;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import org.tipline.channel.ChannelName;

/**
 * The name of a file in the spool: sorts by age, and finds a delivery by its key without opening
 * it.
 *
 * @param micros since 1970, never twice the same in one process
 * @param id to which the content is sealed
 * @param keyHash 16 hexadecimal digits
 */
record SpoolName(long micros, UUID id, String keyHash) {

  private static final Pattern FORM =
      Pattern.compile("([0-9]{16})-([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})-([0-9a-f]{16})");

  /** Empty for a name that is none of ours. */
  static Optional<SpoolName> parse(String name) {
    var form = FORM.matcher(name);
    return form.matches()
        ? Optional.of(
            new SpoolName(
                Long.parseLong(form.group(1)), UUID.fromString(form.group(2)), form.group(3)))
        : Optional.empty();
  }

  static String hash(ChannelName channel, String key) {
    try {
      var hash = MessageDigest.getInstance("SHA-256");
      var digest = hash.digest((channel.value() + " " + key).getBytes(UTF_8));
      return HexFormat.of().formatHex(digest, 0, 8);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }

  Instant at() {
    return Instant.EPOCH.plus(micros, ChronoUnit.MICROS);
  }

  @Override
  public String toString() {
    return "%016d-%s-%s".formatted(micros, id, keyHash);
  }
}
