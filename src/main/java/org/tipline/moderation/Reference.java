package org.tipline.moderation;

import java.security.SecureRandom;
import java.util.Locale;
import java.util.Optional;

/**
 * A tip's public short name: seven symbols of Crockford's base32 alphabet, the last a Luhn mod 32
 * check, so that a misheard symbol or two swapped ones are caught. Not a secret.
 *
 * @param symbols without the dash, {@code K7F3QXR}
 * @see <a href="https://www.crockford.com/base32.html">Crockford's base32</a>
 */
record Reference(String symbols) {

  private static final String ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
  private static final int BASE = ALPHABET.length();
  private static final int LENGTH = 7;
  private static final SecureRandom RANDOM = new SecureRandom();

  static Reference random() {
    var payload = new StringBuilder(LENGTH);
    for (var n = 1; n < LENGTH; n++) {
      payload.append(ALPHABET.charAt(RANDOM.nextInt(BASE)));
    }
    return new Reference(payload.toString() + check(payload));
  }

  /** As a person writes it: any case, dashes and blanks anywhere, O for 0, I and L for 1. */
  static Optional<Reference> parse(String written) {
    var symbols =
        written
            .toUpperCase(Locale.ROOT)
            .replaceAll("[\\s-]", "")
            .replace('O', '0')
            .replace('I', '1')
            .replace('L', '1');
    return isReference(symbols) ? Optional.of(new Reference(symbols)) : Optional.empty();
  }

  private static boolean isReference(String symbols) {
    return symbols.length() == LENGTH
        && symbols.chars().allMatch(symbol -> ALPHABET.indexOf(symbol) >= 0)
        && check(symbols.substring(0, LENGTH - 1)) == symbols.charAt(LENGTH - 1);
  }

  /** Luhn mod N: from the right every other symbol counts double, carried digits are added up. */
  private static char check(CharSequence payload) {
    var sum = 0;
    for (var i = payload.length() - 1; i >= 0; i--) {
      var doubled = (payload.length() - i) % 2 == 1;
      var value = ALPHABET.indexOf(payload.charAt(i)) * (doubled ? 2 : 1);
      sum += value / BASE + value % BASE;
    }
    return ALPHABET.charAt((BASE - sum % BASE) % BASE);
  }

  /** {@code K7F-3QXR}, as it is shown and read out. */
  @Override
  public String toString() {
    return symbols.substring(0, 3) + "-" + symbols.substring(3);
  }
}
