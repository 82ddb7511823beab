package org.tipline.channel;

import java.text.Normalizer;
import java.util.HashMap;
import java.util.Map;

/**
 * A text as it goes out by SMS: what word processors and phones make of quotes, dashes and blanks
 * is written plainly, since one curly quote makes a message twice as dear and half as long. What
 * readers send is never touched by this.
 */
public final class SmsText {

  private static final Map<Integer, String> PLAIN = new HashMap<>();

  static {
    // The letter ng’ of Kiswahili comes with any of these.
    write("‘’‚‛ʻʼʽʹˈ′‵´`‹›＇", "'");
    write("“”„‟«»″‶＂", "\"");
    write("‐‑‒–—―−﹘－", "-");
    write("•‣·∙", "*");
    write("\t\u00A0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200A", " ");
    write("\u202F\u205F\u3000", " ");
    write("\u2028\u2029\u0085\u000B", "\n");
    // soft hyphen, zero-width space, word joiner, byte order mark: nothing to be seen
    write("\u00AD\u200B\u2060\uFEFF", "");
    write("…", "...");
    write("‥", "..");
  }

  private SmsText() {}

  private static void write(String letters, String plain) {
    letters.codePoints().forEach(letter -> PLAIN.put(letter, plain));
  }

  /** Composed accents, LF for every line end, plain quotes, dashes and blanks. */
  public static String of(String text) {
    var composed =
        Normalizer.normalize(text, Normalizer.Form.NFC).replace("\r\n", "\n").replace('\r', '\n');
    var plain = new StringBuilder(composed.length());
    composed.codePoints().forEach(letter -> append(plain, letter));
    return plain.toString();
  }

  private static void append(StringBuilder plain, int letter) {
    var written = PLAIN.get(letter);
    if (written == null) {
      plain.appendCodePoint(letter);
    } else {
      plain.append(written);
    }
  }
}
