package org.tipline.channel.email;

/** Text fit to be kept: lines end in LF, no half characters, and none that cannot be written. */
final class CleanText {

  private CleanText() {}

  static String of(String text) {
    var clean = new StringBuilder(text.length());
    for (var i = 0; i < text.length(); ) {
      var character = text.codePointAt(i);
      i += Character.charCount(character);
      if (character == '\r') {
        clean.append(i < text.length() && text.charAt(i) == '\n' ? "" : "\n");
      } else if (character >= Character.MIN_SURROGATE && character <= Character.MAX_SURROGATE) {
        clean.append('\uFFFD');
      } else if (character == '\n' || character == '\t' || !Character.isISOControl(character)) {
        clean.appendCodePoint(character);
      }
    }
    return clean.toString();
  }

  /** On one line, cut to {@code longest} characters. */
  static String oneLine(String text, int longest) {
    return cut(of(text).replaceAll("\\s+", " ").strip(), longest);
  }

  /** Never within a character. */
  static String cut(String text, int longest) {
    if (text.length() <= longest) {
      return text;
    }
    var splits = Character.isHighSurrogate(text.charAt(longest - 1));
    return text.substring(0, splits ? longest - 1 : longest);
  }
}
