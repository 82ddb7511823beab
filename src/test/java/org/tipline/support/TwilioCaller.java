package org.tipline.support;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.Base64;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Calls our hooks as Twilio does, with its signature over the public address.
 *
 * @param base where the gateway listens
 * @param publicUrl what Twilio was told, and signs
 */
public record TwilioCaller(URI base, String publicUrl, String accountSid, String authToken) {

  private static final HttpClient HTTP = HttpClient.newHttpClient();

  /** A new message id, as Twilio makes them. */
  public static String messageSid() {
    return "SM" + UUID.randomUUID().toString().replace("-", "");
  }

  /** One SMS or WhatsApp message; {@code extra} adds or overrides parameters. */
  public HttpResponse<String> message(
      String channel, String sid, String from, String text, Map<String, String> extra)
      throws IOException, InterruptedException {
    var parameters =
        new TreeMap<>(Map.of("MessageSid", sid, "SmsSid", sid, "AccountSid", accountSid));
    parameters.putAll(Map.of("From", from, "To", "25170", "Body", text, "NumMedia", "0"));
    parameters.putAll(extra);
    return call("/hooks/" + channel, parameters);
  }

  /** A signed call with exactly these parameters. */
  public HttpResponse<String> call(String path, Map<String, String> parameters)
      throws IOException, InterruptedException {
    return send(path, parameters, signature(path, parameters));
  }

  /** A call with a signature of the caller's choice. */
  public HttpResponse<String> send(String path, Map<String, String> parameters, String signature)
      throws IOException, InterruptedException {
    var body =
        parameters.entrySet().stream()
            .map(p -> encode(p.getKey()) + "=" + encode(p.getValue()))
            .collect(Collectors.joining("&"));
    var request =
        HttpRequest.newBuilder(base.resolve(path))
            .header("Content-Type", "application/x-www-form-urlencoded; charset=UTF-8")
            .header("X-Twilio-Signature", signature)
            .timeout(Duration.ofSeconds(15)) // as Twilio does
            .POST(HttpRequest.BodyPublishers.ofString(body))
            .build();
    return HTTP.send(request, HttpResponse.BodyHandlers.ofString());
  }

  private String signature(String path, Map<String, String> parameters) {
    var signed = new StringBuilder(publicUrl + path);
    new TreeMap<>(parameters).forEach((name, value) -> signed.append(name).append(value));
    try {
      var mac = Mac.getInstance("HmacSHA1");
      mac.init(new SecretKeySpec(authToken.getBytes(UTF_8), "HmacSHA1"));
      return Base64.getEncoder().encodeToString(mac.doFinal(signed.toString().getBytes(UTF_8)));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  private static String encode(String value) {
    return URLEncoder.encode(value, UTF_8);
  }
}
