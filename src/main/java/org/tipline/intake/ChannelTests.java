package org.tipline.intake;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.ArrayList;
import java.util.Base64;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import org.hibernate.id.uuid.UuidVersion7Strategy;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.tipline.channel.Ignored;
import org.tipline.channel.ReaderMessage;
import org.tipline.channel.Reading;
import org.tipline.seal.Seal;

/**
 * Messages by which an administrator tries a channel. They are kept and read like any other, and
 * then left out, with a remark; nobody else can write one, since it is signed.
 */
@Component
public class ChannelTests {

  private static final String PURPOSE = "channel test";
  private static final Base64.Encoder TEXT = Base64.getUrlEncoder().withoutPadding();

  private static final Pattern TEST =
      Pattern.compile("TIPLINE-TEST ([0-9a-f-]{36}) ([A-Za-z0-9_-]{20,150})");

  private final Seal seal;
  private final JdbcClient jdbc;

  ChannelTests(Seal seal, JdbcClient jdbc) {
    this.seal = seal;
    this.jdbc = jdbc;
  }

  public UUID newTest() {
    return UuidVersion7Strategy.INSTANCE.generateUuid(null);
  }

  /** What to send for it. */
  public String text(UUID test) {
    return "TIPLINE-TEST " + test + " " + TEXT.encodeToString(seal.sign(PURPOSE, bytes(test)));
  }

  /** Whether it came in, was kept and could be read. */
  public boolean hasArrived(UUID test) {
    return jdbc.sql("select exists (select from delivery_remarks where reason = ?)")
        .param(remark(test))
        .query(Boolean.class)
        .single();
  }

  /** The reading without its tests, which are among what is ignored then. */
  Reading without(Reading reading) {
    var messages = new ArrayList<ReaderMessage>();
    var ignored = new ArrayList<>(reading.ignored());
    for (var position = 0; position < reading.messages().size(); position++) {
      var message = reading.messages().get(position);
      var test = find(message.text());
      if (test.isPresent()) {
        ignored.add(new Ignored(position, remark(test.get())));
      } else {
        messages.add(message);
      }
    }
    return new Reading(messages, reading.receipts(), ignored);
  }

  private Optional<UUID> find(String text) {
    var found = TEST.matcher(text.strip());
    return found.matches() && isOurs(found.group(1), found.group(2))
        ? Optional.of(UUID.fromString(found.group(1)))
        : Optional.empty();
  }

  private boolean isOurs(String test, String signature) {
    try {
      return seal.isSignedByUs(
          PURPOSE, test.getBytes(UTF_8), Base64.getUrlDecoder().decode(signature));
    } catch (IllegalArgumentException e) {
      return false;
    }
  }

  private static byte[] bytes(UUID test) {
    return test.toString().getBytes(UTF_8);
  }

  private static String remark(UUID test) {
    return "A test of the channel, sent by an administrator; it is no tip. Test " + test + ".";
  }
}
