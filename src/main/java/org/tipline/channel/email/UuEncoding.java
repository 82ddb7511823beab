package org.tipline.channel.email;

import java.io.ByteArrayOutputStream;

/** Decodes uuencode, which old programs still send: lines that begin with their own length. */
final class UuEncoding {

  private UuEncoding() {}

  /** From {@code begin} to {@code end}; as it is when there is no such thing. */
  static byte[] decode(Span body) {
    var out = new ByteArrayOutputStream();
    var hasBegun = false;
    var next = 0;
    for (var at = body.from(); at < body.to(); at = next) {
      next = body.nextLine(at);
      var line = body.line(at, next);
      if (hasBegun && line.startsWith("end")) {
        break;
      } else if (hasBegun && line.length() > 0) {
        decodeLine(line, out);
      }
      hasBegun |= line.startsWith("begin ");
    }
    return hasBegun ? out.toByteArray() : body.copy();
  }

  private static void decodeLine(Span line, ByteArrayOutputStream out) {
    var left = bits(line, 0);
    for (var i = 1; left > 0 && i < line.length(); i += 4) {
      var three =
          bits(line, i) << 18
              | bits(line, i + 1) << 12
              | bits(line, i + 2) << 6
              | bits(line, i + 3);
      for (var shift = 16; shift >= 0 && left > 0; shift -= 8) {
        out.write(three >> shift);
        left--;
      }
    }
  }

  private static int bits(Span line, int index) {
    return index < line.length() ? line.bytes()[line.from() + index] - ' ' & 0x3f : 0;
  }
}
