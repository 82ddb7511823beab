package org.tipline.channel.email;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.TreeMap;

/** A parameter's value in the form of RFC 2231: in pieces, some of them percent-encoded. */
final class PiecedValue {

  private final TreeMap<Integer, Piece> pieces = new TreeMap<>();

  private record Piece(boolean isEncoded, String text) {}

  void add(int number, boolean isEncoded, String text) {
    pieces.putIfAbsent(number, new Piece(isEncoded, text));
  }

  /** The first encoded piece names the charset: {@code utf-8'sw'picha%20}. */
  String text() {
    var bytes = new ByteArrayOutputStream();
    var charset = "";
    for (var piece : pieces.values()) {
      var text = piece.text;
      if (bytes.size() == 0 && piece.isEncoded && text.split("'", 3).length == 3) {
        charset = text.substring(0, text.indexOf('\''));
        text = text.substring(text.indexOf('\'', charset.length() + 1) + 1);
      }
      bytes.writeBytes(piece.isEncoded ? unpercent(text) : latin1(text));
    }
    return MailCharset.decode(bytes.toByteArray(), charset);
  }

  private static byte[] unpercent(String text) {
    var bytes = new ByteArrayOutputStream();
    for (var i = 0; i < text.length(); i++) {
      var hex = text.charAt(i) == '%' ? TransferEncoding.hex(latin1(text), i + 1) : -1;
      bytes.write(hex < 0 ? text.charAt(i) : hex);
      i += hex < 0 ? 0 : 2;
    }
    return bytes.toByteArray();
  }

  private static byte[] latin1(String text) {
    return text.getBytes(StandardCharsets.ISO_8859_1);
  }
}
