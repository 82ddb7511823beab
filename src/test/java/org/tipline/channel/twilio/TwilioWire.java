package org.tipline.channel.twilio;

import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.UUID;
import org.tipline.support.ChannelContract.Verdict;
import org.tipline.support.ChannelContract.Wire;
import org.tipline.support.TwilioCaller;

/** Twilio's side of one of our hooks. */
record TwilioWire(String channel, String scheme, int port) implements Wire {

  static final String ACCOUNT = "AC0123456789abcdef0123456789abcdef";
  static final String TOKEN = "0123456789abcdef0123456789abcdef";

  @Override
  public Verdict deliver(String id, String text) throws Exception {
    return verdict(signedBy(TOKEN).message(channel, sid(id), from(id), text, Map.of()));
  }

  @Override
  public Verdict forge(String id, String text) throws Exception {
    return verdict(signedBy("somebody else's").message(channel, sid(id), from(id), text, Map.of()));
  }

  @Override
  public Verdict oversize(String id) throws Exception {
    return verdict(
        signedBy(TOKEN).message(channel, sid(id), from(id), "x".repeat(1 << 20), Map.of()));
  }

  @Override
  public Verdict unknownKind(String id, String text) throws Exception {
    var extra = Map.of("MessageType", "hologram", "HologramData", "{\"depth\":3}");
    return verdict(signedBy(TOKEN).message(channel, sid(id), from(id), text, extra));
  }

  /** Twilio texts any plain body to the reader: there must be none, whatever happens. */
  private static Verdict verdict(HttpResponse<String> answer) {
    var type = answer.headers().firstValue("Content-Type").orElse("none");
    if (!answer.body().isEmpty() && !type.startsWith("text/xml")) {
      throw new AssertionError("Twilio would text this to the reader: " + type);
    }
    return switch (answer.statusCode()) {
      case 200 -> Verdict.RECEIVED;
      case 503 -> Verdict.TRY_AGAIN;
      default -> Verdict.REFUSED;
    };
  }

  private TwilioCaller signedBy(String token) {
    return new TwilioCaller(
        URI.create("http://127.0.0.1:" + port), "https://tips.example.org", ACCOUNT, token);
  }

  private static String sid(String id) {
    return "SM"
        + UUID.nameUUIDFromBytes(id.getBytes(StandardCharsets.UTF_8)).toString().replace("-", "");
  }

  private String from(String id) {
    return scheme + "+254199" + String.format("%06d", Math.floorMod(id.hashCode(), 1_000_000));
  }
}
