package org.tipline.demo;

import static java.net.URLDecoder.decode;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.TreeMap;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/**
 * Signs as Twilio does, apart from the code that checks it: two that agree are worth more than one
 * that agrees with itself.
 *
 * @see <a href="https://www.twilio.com/docs/usage/webhooks/webhooks-security">Webhooks security</a>
 */
@Component
@Profile("demo")
class Signature {

  private final DemoSettings settings;

  Signature(DemoSettings settings) {
    this.settings = settings;
  }

  /** The signature over our public address with {@code path} and a form without repeated names. */
  String over(String path, String form) {
    var signed = new StringBuilder(settings.publicUrl() + path);
    var fields = new TreeMap<String, String>();
    for (var field : form.split("&", -1)) {
      var equals = field.indexOf('=');
      fields.put(
          decode(field.substring(0, equals), UTF_8), decode(field.substring(equals + 1), UTF_8));
    }
    fields.forEach((name, value) -> signed.append(name).append(value));
    return Base64.getEncoder().encodeToString(hmac(signed.toString().getBytes(UTF_8)));
  }

  private byte[] hmac(byte[] message) {
    try {
      var mac = Mac.getInstance("HmacSHA1");
      mac.init(new SecretKeySpec(settings.twilioToken().getBytes(UTF_8), "HmacSHA1"));
      return mac.doFinal(message);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java has HmacSHA1", e);
    }
  }
}
