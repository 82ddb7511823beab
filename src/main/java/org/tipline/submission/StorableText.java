package org.tipline.submission;

import org.jspecify.annotations.Nullable;

/**
 * Text as PostgreSQL can keep it: NUL and lone surrogates become U+FFFD. The sealed delivery has
 * the bytes as they came.
 */
final class StorableText {

  private StorableText() {}

  static String of(String text) {
    var clean = new StringBuilder(text.length());
    text.codePoints().map(StorableText::storable).forEach(clean::appendCodePoint);
    return clean.toString();
  }

  static @Nullable String ofNullable(@Nullable String text) {
    return text == null ? null : of(text);
  }

  private static int storable(int codePoint) {
    var isLoneSurrogate =
        codePoint >= Character.MIN_SURROGATE && codePoint <= Character.MAX_SURROGATE;
    return codePoint == 0 || isLoneSurrogate ? 0xFFFD : codePoint;
  }
}
