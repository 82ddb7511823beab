package org.tipline.reply;

import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.PBEKeySpec;

/**
 * A hash that costs whoever guesses, and us, about 140 ms of a processor: PBKDF2-HMAC-SHA-512 with
 * 210,000 rounds.
 *
 * @see <a
 *     href="https://cheatsheetseries.owasp.org/cheatsheets/Password_Storage_Cheat_Sheet.html">OWASP:
 *     password storage</a>
 */
final class SlowHash {

  private static final SecureRandom RANDOM = new SecureRandom();
  private static final String ALGORITHM = "PBKDF2WithHmacSHA512";
  private static final int ROUNDS = 210_000;
  private static final int BITS = 256;
  private static final int SALT_BYTES = 16;

  private SlowHash() {}

  static byte[] salt() {
    var salt = new byte[SALT_BYTES];
    RANDOM.nextBytes(salt);
    return salt;
  }

  static byte[] of(String secret, byte[] salt) {
    try {
      return SecretKeyFactory.getInstance(ALGORITHM)
          .generateSecret(new PBEKeySpec(secret.toCharArray(), salt, ROUNDS, BITS))
          .getEncoded();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java runtime has " + ALGORITHM, e);
    }
  }
}
