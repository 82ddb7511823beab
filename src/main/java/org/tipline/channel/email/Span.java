package org.tipline.channel.email;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * A stretch of a mail's bytes: a view, never a copy.
 *
 * @param from of the first byte
 * @param to after the last byte
 */
record Span(byte[] bytes, int from, int to) {

  static Span of(byte[] bytes) {
    return new Span(bytes, 0, bytes.length);
  }

  int length() {
    return to - from;
  }

  Span sub(int start, int end) {
    return new Span(bytes, start, Math.max(start, end));
  }

  /** Where the line after the one at {@code at} begins. */
  int nextLine(int at) {
    for (var i = at; i < to; i++) {
      if (bytes[i] == '\n') {
        return i + 1;
      }
    }
    return to;
  }

  /** The line at {@code at} without its end; {@code next} is where the one after it begins. */
  Span line(int at, int next) {
    var end = next;
    if (end > at && bytes[end - 1] == '\n') {
      end--;
      if (end > at && bytes[end - 1] == '\r') {
        end--;
      }
    }
    return sub(at, end);
  }

  /** Whether a header that began on an earlier line goes on here. */
  boolean isFolded(int at) {
    return at < to && (bytes[at] == ' ' || bytes[at] == '\t');
  }

  boolean startsWith(String ascii) {
    if (length() < ascii.length()) {
      return false;
    }
    for (var i = 0; i < ascii.length(); i++) {
      if (bytes[from + i] != (byte) ascii.charAt(i)) {
        return false;
      }
    }
    return true;
  }

  byte[] copy() {
    return Arrays.copyOfRange(bytes, from, to);
  }

  /** Each byte as the character of the same number. */
  String latin1() {
    return new String(bytes, from, length(), StandardCharsets.ISO_8859_1);
  }
}
