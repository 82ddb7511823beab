package org.tipline.bench;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URI;
import java.net.URLEncoder;
import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.TreeMap;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Supplier;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.tipline.support.TwilioCaller;

/** SMS as Twilio posts them, all it says of each included; every one new and signed. */
final class TwilioPosts implements Supplier<byte[]> {

  private static final String PATH = "/hooks/twilio-sms";
  private static final String TEXT =
      "Daraja la mto limevunjika usiku wa leo karibu na soko la Kakamega, magari hayapiti na watoto"
          + " hawawezi kufika shuleni. Please send somebody to look, number ";

  private final URI base;
  private final Mac mac;
  private final TreeMap<String, String> parameters = new TreeMap<>();

  TwilioPosts(URI base) {
    this.base = base;
    try {
      mac = Mac.getInstance("HmacSHA1");
      mac.init(new SecretKeySpec(Site.TOKEN.getBytes(UTF_8), "HmacSHA1"));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
    for (var of : new String[] {"From", "To"}) {
      parameters.put(of + "Country", "KE");
      parameters.put(of + "City", "NAIROBI");
      parameters.put(of + "State", "");
      parameters.put(of + "Zip", "");
    }
    parameters.put("To", "25170");
    parameters.put("AccountSid", Site.ACCOUNT);
    parameters.put("ApiVersion", "2010-04-01");
    parameters.put("NumMedia", "0");
    parameters.put("NumSegments", "1");
    parameters.put("SmsStatus", "received");
  }

  /** The next request, of a sender nobody has heard of. */
  @Override
  public byte[] get() {
    var sid = TwilioCaller.messageSid();
    parameters.put("MessageSid", sid);
    parameters.put("SmsSid", sid);
    parameters.put("SmsMessageSid", sid);
    parameters.put(
        "From", "+2547" + (10_000_000 + ThreadLocalRandom.current().nextInt(89_999_999)));
    parameters.put("Body", TEXT + sid);
    return request();
  }

  private byte[] request() {
    var signed = new StringBuilder(base + PATH);
    var body = new StringBuilder();
    parameters.forEach(
        (name, value) -> {
          signed.append(name).append(value);
          body.append(body.isEmpty() ? "" : "&").append(name).append('=');
          body.append(URLEncoder.encode(value, UTF_8));
        });
    var signature =
        Base64.getEncoder().encodeToString(mac.doFinal(signed.toString().getBytes(UTF_8)));
    var head =
        "POST %s HTTP/1.1\r\nHost: %s\r\nContent-Type: application/x-www-form-urlencoded; charset=UTF-8\r\nContent-Length: %d\r\nX-Twilio-Signature: %s\r\nUser-Agent: TwilioProxy/1.1\r\nAccept: */*\r\nI-Twilio-Idempotency-Token: %s\r\n\r\n"
            .formatted(
                PATH, base.getAuthority(), body.length(), signature, parameters.get("SmsSid"));
    return (head + body).getBytes(US_ASCII);
  }
}
