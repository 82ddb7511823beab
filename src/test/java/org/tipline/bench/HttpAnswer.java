package org.tipline.bench;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.nio.ByteBuffer;
import java.util.Locale;

/** An answer of HTTP/1.1 as it comes in, in pieces: enough of it to know where it ends. */
final class HttpAnswer {

  private static final String END_OF_CHUNKS = "0\r\n\r\n";

  private final StringBuilder head = new StringBuilder();
  private String tail = "";
  private long missing;
  private boolean isChunked;
  private boolean isLast;
  private boolean isHeadWhole;

  void add(ByteBuffer piece) {
    var text = ISO_8859_1.decode(piece).toString();
    if (isHeadWhole) {
      addBody(text);
      return;
    }
    head.append(text);
    var end = head.indexOf("\r\n\r\n");
    if (end >= 0) {
      isHeadWhole = true;
      var body = head.substring(end + 4);
      head.setLength(end + 2);
      readHead();
      addBody(body);
    }
  }

  private void readHead() {
    var lines = head.toString().toLowerCase(Locale.ROOT);
    isChunked = lines.contains("\r\ntransfer-encoding: chunked\r\n");
    isLast = lines.contains("\r\nconnection: close\r\n");
    var length = lines.indexOf("\r\ncontent-length: ");
    if (length >= 0) {
      missing = Long.parseLong(lines.substring(length + 18, lines.indexOf('\r', length + 18)));
    }
  }

  private void addBody(String text) {
    missing -= text.length();
    var last = tail + text;
    tail = last.substring(Math.max(0, last.length() - END_OF_CHUNKS.length()));
  }

  boolean isWhole() {
    return isHeadWhole && (isChunked ? tail.equals(END_OF_CHUNKS) : missing <= 0);
  }

  /** Whether its connection is closed after it. */
  boolean isLast() {
    return isLast;
  }

  int status() {
    return Integer.parseInt(head.substring(9, 12));
  }

  @Override
  public String toString() {
    return head.toString();
  }
}
