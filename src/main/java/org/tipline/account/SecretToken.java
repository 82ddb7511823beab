package org.tipline.account;

import java.security.SecureRandom;
import java.util.Base64;

/** Random words nobody can guess: 256 bits, in 43 characters that fit into an address. */
final class SecretToken {

  private static final int BYTES = 32;
  private static final SecureRandom RANDOM = new SecureRandom();

  private SecretToken() {}

  static String next() {
    var bytes = new byte[BYTES];
    RANDOM.nextBytes(bytes);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }
}
