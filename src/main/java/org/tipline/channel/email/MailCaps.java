package org.tipline.channel.email;

/** What is left of how much one mail may hold; what goes beyond stays in the raw mail only. */
final class MailCaps {

  static final int DEPTH = 20;
  private static final int PARTS = 500;
  private static final int HEADERS = 1_000;
  private static final int HEADER_BYTES = 512 << 10;

  private int parts = PARTS;
  private int headers = HEADERS;
  private int headerBytes = HEADER_BYTES;
  private boolean exceeded;

  boolean takePart() {
    return take(--parts);
  }

  boolean takeHeader(int bytes) {
    headerBytes -= Math.min(bytes, HEADER_BYTES + 1);
    return take(Math.min(--headers, headerBytes));
  }

  boolean allowDepth(int depth) {
    return take(DEPTH - depth);
  }

  boolean isExceeded() {
    return exceeded;
  }

  private boolean take(int left) {
    exceeded |= left < 0;
    return left >= 0;
  }
}
