package org.tipline.moderation;

import java.text.Normalizer;
import java.text.Normalizer.Form;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Text as search compares it: small letters, no accents, and {@code ng'ombe} the same word whatever
 * apostrophe a phone puts into it.
 */
final class SearchText {

  private static final Pattern ACCENTS = Pattern.compile("\\p{M}+");
  private static final Pattern APOSTROPHES = Pattern.compile("['’‘‛ʼʻʹ′`´＇]");
  private static final Pattern GAPS = Pattern.compile("[^\\p{L}\\p{N}]+");

  /** More of one text is not looked through; a {@code tsvector} has room for a megabyte. */
  private static final int LONGEST = 100_000;

  /** PostgreSQL's limit is 2,046 bytes; nobody searches for more. */
  private static final int LONGEST_WORD = 60;

  /** Of all texts of a tip together, in characters: with its place each word takes more bytes. */
  private static final int MOST_OF_A_TIP = 200_000;

  private SearchText() {}

  /** The words of a tip as {@code to_tsvector} takes them, without those for which no room is. */
  static String of(List<String> words) {
    var text = new StringBuilder();
    for (var word : words) {
      if (text.length() + word.length() >= MOST_OF_A_TIP) {
        break;
      }
      text.append(word).append(' ');
    }
    return text.toString();
  }

  /** The words of a text in its order, each of letters and digits only. */
  static List<String> words(String text) {
    var start = text.substring(0, Math.min(text.length(), LONGEST));
    // first the apostrophes: some of them would be taken apart into a gap and an accent
    var joined = Normalizer.normalize(APOSTROPHES.matcher(start).replaceAll(""), Form.NFKD);
    var plain = ACCENTS.matcher(joined).replaceAll("").toLowerCase(Locale.ROOT);
    return Stream.of(GAPS.split(plain))
        .filter(word -> !word.isEmpty())
        .map(word -> word.substring(0, Math.min(word.length(), LONGEST_WORD)))
        .toList();
  }
}
