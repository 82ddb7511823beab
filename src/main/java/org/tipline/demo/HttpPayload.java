package org.tipline.demo;

/** A raw HTTP request: what of it the demo sends again. */
record HttpPayload(String path, String body) {

  static HttpPayload parse(String raw) {
    var blank = raw.indexOf("\r\n\r\n");
    var words = raw.substring(0, Math.max(0, raw.indexOf("\r\n"))).split(" ", -1);
    if (blank < 0 || words.length != 3) {
      throw new IllegalArgumentException("not an HTTP request: no request line or no blank line");
    }
    return new HttpPayload(words[1], raw.substring(blank + 4));
  }
}
