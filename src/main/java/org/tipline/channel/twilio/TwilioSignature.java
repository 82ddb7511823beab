package org.tipline.channel.twilio;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.tipline.channel.WebhookRequest;

/**
 * Twilio's {@code X-Twilio-Signature}: HMAC-SHA1 with the account's token over the public URL and
 * the sorted parameters of the body.
 *
 * @see <a href="https://www.twilio.com/docs/usage/webhooks/webhooks-security">Webhooks security</a>
 */
class TwilioSignature {

  // Twilio's own libraries disagree on a name that comes twice: once each, all, or as received.
  private static final List<UnaryOperator<List<String>>> REPEATS =
      List.of(
          UnaryOperator.identity(),
          values -> values.stream().sorted().distinct().toList(),
          values -> values.stream().sorted().toList());

  private final PublicUrl publicUrl;
  private final List<Secret> tokens;

  TwilioSignature(PublicUrl publicUrl, List<Secret> tokens) {
    this.publicUrl = publicUrl;
    this.tokens = tokens;
  }

  boolean isOn(WebhookRequest request) {
    var given = request.header("X-Twilio-Signature").orElse("").getBytes(UTF_8);
    var urls = publicUrl.spellings(request.path(), request.query());
    var parameters = parameters(request);
    return parameters.stream()
        .flatMap(joined -> urls.stream().map(url -> url + joined))
        .flatMap(text -> tokens.stream().map(token -> sign(token, text)))
        .anyMatch(expected -> MessageDigest.isEqual(expected.getBytes(UTF_8), given));
  }

  /** The signature Twilio would put on a form without repeated names. */
  String of(String url, TwilioForm form) {
    return sign(tokens.getFirst(), url + joined(form, UnaryOperator.identity()));
  }

  /** What follows the URL in the signed text, in each way it may have been written. */
  private static Set<String> parameters(WebhookRequest request) {
    var query = TwilioForm.parse(Objects.requireNonNullElse(request.query(), "").getBytes(UTF_8));
    var hash = query.find("bodySHA256");
    if (hash.isPresent()) {
      return isHashOf(request.body(), hash.get()) ? Set.of("") : Set.of();
    }
    var form = TwilioForm.parse(request.body());
    var orders = form.hasRepeats() ? REPEATS : REPEATS.subList(0, 1);
    return orders.stream().map(order -> joined(form, order)).collect(Collectors.toSet());
  }

  /** A body that is no form is signed by its hash in the query. */
  private static boolean isHashOf(byte[] body, String hash) {
    try {
      var digest = MessageDigest.getInstance("SHA-256").digest(body);
      var expected = HexFormat.of().formatHex(digest);
      return MessageDigest.isEqual(expected.getBytes(UTF_8), hash.getBytes(UTF_8));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }

  private static String joined(TwilioForm form, UnaryOperator<List<String>> order) {
    var joined = new StringBuilder();
    new TreeMap<>(form.values())
        .forEach(
            (name, values) ->
                order.apply(values).forEach(value -> joined.append(name).append(value)));
    return joined.toString();
  }

  private static String sign(Secret token, String text) {
    try {
      var mac = Mac.getInstance("HmacSHA1");
      mac.init(new SecretKeySpec(token.bytes(), "HmacSHA1"));
      return Base64.getEncoder().encodeToString(mac.doFinal(text.getBytes(UTF_8)));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every JDK has HmacSHA1", e);
    }
  }
}
