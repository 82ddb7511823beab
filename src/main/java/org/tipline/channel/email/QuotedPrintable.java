package org.tipline.channel.email;

import java.util.Arrays;

/**
 * Decodes quoted-printable, RFC 2045 §6.7, and keeps what is none as it is. Angus' decoder calls
 * itself for each soft line break in a row: a mail of nothing else ends the stack.
 */
final class QuotedPrintable {

  private final Span in;
  private final byte[] out;
  private int at;
  private int length;

  /** Blanks behind it were added on the way if the line ends there. */
  private int solid;

  QuotedPrintable(Span in) {
    this.in = in;
    out = new byte[in.length()];
    at = in.from();
  }

  byte[] decode() {
    while (at < in.to()) {
      if (in.bytes()[at] == '=') {
        escape();
      } else {
        plain(in.bytes()[at++]);
      }
    }
    return Arrays.copyOf(out, length);
  }

  private void plain(byte b) {
    if (b == '\r' || b == '\n') {
      length = solid;
    }
    out[length++] = b;
    if (b != ' ' && b != '\t') {
      solid = length;
    }
  }

  private void escape() {
    var hex = at + 2 < in.to() ? TransferEncoding.hex(in.bytes(), at + 1) : -1;
    var next = afterSoftBreak();
    if (hex >= 0) {
      out[length++] = (byte) hex;
      at += 3;
    } else if (next > 0) {
      at = next;
    } else {
      out[length++] = in.bytes()[at++];
    }
    solid = length;
  }

  /** Where the text goes on when nothing but blanks stands between the sign and the line's end. */
  private int afterSoftBreak() {
    var i = at + 1;
    while (i < in.to() && isBlank(in.bytes()[i])) {
      i++;
    }
    return i == in.to() ? i : in.bytes()[i] == '\n' ? i + 1 : -1;
  }

  private static boolean isBlank(byte b) {
    return b == ' ' || b == '\t' || b == '\r';
  }
}
