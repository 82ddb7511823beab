package org.tipline.channel.form;

import java.util.Base64;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.tipline.seal.Seal;

/** Bytes that travel through the browser and must come back as they left: payload and signature. */
@Component
class Stamp {

  private static final Base64.Encoder TEXT = Base64.getUrlEncoder().withoutPadding();
  private static final Base64.Decoder BYTES = Base64.getUrlDecoder();

  private final Seal seal;

  Stamp(Seal seal) {
    this.seal = seal;
  }

  String put(String purpose, byte[] payload) {
    return TEXT.encodeToString(payload) + "." + TEXT.encodeToString(seal.sign(purpose, payload));
  }

  /** The payload, empty unless this newsroom stamped it for that purpose. */
  Optional<byte[]> read(String purpose, String stamped) {
    var dot = stamped.indexOf('.');
    if (dot < 1 || stamped.length() > 4_000) {
      return Optional.empty();
    }
    var payload = bytes(stamped.substring(0, dot));
    var signature = bytes(stamped.substring(dot + 1));
    return seal.isSignedByUs(purpose, payload, signature) ? Optional.of(payload) : Optional.empty();
  }

  private static byte[] bytes(String text) {
    try {
      return BYTES.decode(text);
    } catch (IllegalArgumentException e) {
      return new byte[0];
    }
  }
}
