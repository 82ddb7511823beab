package org.tipline.channel.email;

import java.util.Arrays;
import java.util.Locale;

/** Undoes a part's Content-Transfer-Encoding, with whatever is broken in it passed over. */
final class TransferEncoding {

  private static final String ALPHABET =
      "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
  private static final byte[] BASE64 = new byte[256];

  static {
    Arrays.fill(BASE64, (byte) -1);
    for (var i = 0; i < ALPHABET.length(); i++) {
      BASE64[ALPHABET.charAt(i)] = (byte) i;
    }
  }

  private TransferEncoding() {}

  /** An unknown encoding is none: what came is better than nothing. */
  static byte[] decode(Span body, String encoding) {
    return switch (encoding.strip().toLowerCase(Locale.ROOT)) {
      case "base64" -> base64(body);
      case "quoted-printable" -> new QuotedPrintable(body).decode();
      case "x-uuencode", "uuencode", "x-uue", "uue" -> UuEncoding.decode(body);
      default -> body.copy();
    };
  }

  static byte[] base64(Span body) {
    var out = new byte[body.length() / 4 * 3 + 3];
    int length = 0;
    int bits = 0;
    int got = 0;
    for (var i = body.from(); i < body.to(); i++) {
      int value = BASE64[body.bytes()[i] & 0xff];
      if (value < 0) {
        // Padding ends a run of its own; some programs write several.
        got = body.bytes()[i] == '=' ? 0 : got;
        continue;
      }
      bits = bits << 6 | value;
      got++;
      if (got > 1) {
        out[length++] = (byte) (bits >> (got == 2 ? 4 : got == 3 ? 2 : 0));
      }
      got = got == 4 ? 0 : got;
    }
    return Arrays.copyOf(out, length);
  }

  /** The byte that two hexadecimal digits make, or -1. */
  static int hex(byte[] bytes, int at) {
    if (at + 1 >= bytes.length) {
      return -1;
    }
    var high = Character.digit(bytes[at], 16);
    var low = Character.digit(bytes[at + 1], 16);
    return high < 0 || low < 0 ? -1 : high << 4 | low;
  }
}
