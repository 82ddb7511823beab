package org.tipline.reply;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.springframework.core.io.ClassPathResource;

/**
 * Spells a secret in words that a person can say, write down and type: seven of 8,192, which is 91
 * bits. The words are made of two syllables, so that they read alike in Kiswahili and English; what
 * one of them could offend by is left out.
 */
final class ReceiptWords {

  private static final int WORDS = 7;
  private static final int BITS = 13;
  private static final int LONGEST_TYPED = 500;
  private static final List<String> LIST = list();

  private ReceiptWords() {}

  private static List<String> list() {
    try {
      var file = new ClassPathResource("reply/receipt-words.txt");
      return file.getContentAsString(StandardCharsets.US_ASCII).lines().toList();
    } catch (IOException e) {
      throw new UncheckedIOException("the list of words is not in the jar", e);
    }
  }

  /** {@code secret} has 12 bytes or more, all of them random. */
  static String spell(byte[] secret) {
    var left = new BigInteger(1, Arrays.copyOf(secret, (WORDS * BITS + 7) / 8));
    var words = new String[WORDS];
    for (var n = 0; n < WORDS; n++) {
      words[n] = LIST.get(left.intValue() & ((1 << BITS) - 1));
      left = left.shiftRight(BITS);
    }
    return String.join(" ", words);
  }

  /** As they are spelt, from how people type: any case, any blanks, dashes or commas between. */
  static String normal(String typed) {
    var cut = typed.substring(0, Math.min(typed.length(), LONGEST_TYPED));
    return cut.toLowerCase(Locale.ROOT).replaceAll("[^a-z]+", " ").strip();
  }
}
