package org.tipline.channel.form;

import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.concurrent.atomic.AtomicReference;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Hides networks even in memory, under a random key that is thrown away every day. */
class DailyKey {

  private static final String HMAC = "HmacSHA256";

  private final Clock clock;
  private final AtomicReference<OfDay> current;

  DailyKey(Clock clock) {
    this.clock = clock;
    this.current = new AtomicReference<>(OfDay.random(today()));
  }

  String hide(Network network) {
    return current
        .updateAndGet(key -> key.day.equals(today()) ? key : OfDay.random(today()))
        .hide(network);
  }

  private LocalDate today() {
    return LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
  }

  private record OfDay(LocalDate day, SecretKeySpec key) {

    static OfDay random(LocalDate day) {
      var bytes = new byte[32];
      new SecureRandom().nextBytes(bytes);
      return new OfDay(day, new SecretKeySpec(bytes, HMAC));
    }

    String hide(Network network) {
      try {
        var mac = Mac.getInstance(HMAC);
        mac.init(key);
        return Base64.getEncoder().encodeToString(mac.doFinal(network.prefix()));
      } catch (GeneralSecurityException e) {
        throw new IllegalStateException("every Java runtime has " + HMAC, e);
      }
    }
  }
}
