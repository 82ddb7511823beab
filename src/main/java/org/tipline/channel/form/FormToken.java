package org.tipline.channel.form;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;

/**
 * What makes one filled-in form one tip, however often it is sent.
 *
 * @param nonce 16 random bytes
 */
record FormToken(byte[] nonce, Instant issuedAt) {

  private static final SecureRandom RANDOM = new SecureRandom();
  private static final int NONCE_BYTES = 16;

  /** Of {@link #bytes}. */
  static final int BYTES = NONCE_BYTES + Long.BYTES;

  /** Generous: someone may write for a day, be interrupted, and finish the next evening. */
  private static final Duration LIFE = Duration.ofDays(2);

  static FormToken issue(Instant now) {
    var nonce = new byte[NONCE_BYTES];
    RANDOM.nextBytes(nonce);
    return new FormToken(nonce, now);
  }

  /**
   * For what was typed into a form that was sent before. The same words get the same one, so that a
   * browser that repeats both posts makes no third tip.
   */
  FormToken next(byte[] typed, Instant now) {
    try {
      var hash = MessageDigest.getInstance("SHA-256");
      hash.update(nonce);
      return new FormToken(Arrays.copyOf(hash.digest(typed), NONCE_BYTES), now);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }

  static FormToken of(byte[] bytes) {
    var buffer = ByteBuffer.wrap(bytes);
    var nonce = new byte[NONCE_BYTES];
    buffer.get(nonce);
    return new FormToken(nonce, Instant.ofEpochSecond(buffer.getLong()));
  }

  byte[] bytes() {
    return ByteBuffer.allocate(BYTES).put(nonce).putLong(issuedAt.getEpochSecond()).array();
  }

  /** The delivery's key, and the message's external id. */
  String key() {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(nonce);
  }

  boolean isExpired(Instant now) {
    return issuedAt.plus(LIFE).isBefore(now);
  }
}
