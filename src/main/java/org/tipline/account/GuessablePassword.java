package org.tipline.account;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.tipline.account.BadPassword.Reason;

/**
 * Whether a password is among the first that somebody would try. What can be guessed is taken out
 * of it, step by step; the step that leaves too little is the reason.
 */
final class GuessablePassword {

  /** Letters and digits that must be left, or the rest is found by trying. */
  private static final int LEAST = 6;

  /** Digits and signs that people write for letters: {@code p@ssw0rd}. */
  private static final String SIGNS = "@4301!$57";

  private static final String LETTERS = "aaeoiisst";

  private static final Pattern NO_LETTER_OR_DIGIT = Pattern.compile("[^\\p{L}\\p{N}]+");

  /** A few characters again and again, {@code abcabcabc}. */
  private static final Pattern REPEATED = Pattern.compile("(.{1,6}?)\\1{2,}");

  private static final Pattern DOUBLED = Pattern.compile("(.{4,})\\1+");

  private static final List<String> ROWS =
      List.of("abcdefghijklmnopqrstuvwxyz", "01234567890", "qwertyuiop", "asdfghjkl", "zxcvbnm");

  private static final int RUN = 4;
  private static final Collection<String> COMMON = CommonPasswords.all();

  private GuessablePassword() {}

  /**
   * Why {@code password} would be guessed; empty: it would not, as far as we know.
   *
   * @param own the person's name and address
   * @param newsroom its name
   */
  static Optional<Reason> of(String password, String own, String newsroom) {
    var plain = password.toLowerCase(Locale.ROOT);
    return Stream.of(plain, withLetters(plain))
        .map(text -> reason(text, words(own), words(newsroom)))
        .flatMap(Optional::stream)
        .findFirst();
  }

  private static Optional<Reason> reason(String text, List<String> own, List<String> newsroom) {
    var left = withoutPatterns(bare(text));
    if (left.length() < LEAST) {
      return Optional.of(isCommon(bare(text)) ? Reason.COMMON : Reason.PATTERN);
    }
    left = without(left, own);
    if (left.length() < LEAST) {
      return Optional.of(Reason.OWN);
    }
    left = without(left, newsroom);
    if (left.length() < LEAST) {
      return Optional.of(Reason.NEWSROOM);
    }
    left = without(left, COMMON);
    return left.length() < LEAST ? Optional.of(Reason.COMMON) : Optional.empty();
  }

  private static boolean isCommon(String text) {
    return COMMON.contains(text);
  }

  private static String withoutPatterns(String text) {
    var left = withoutRuns(text);
    left = REPEATED.matcher(left).replaceAll("$1");
    return DOUBLED.matcher(left).replaceAll("$1");
  }

  /** Takes out what goes along a row of the alphabet, the digits or the keyboard, either way. */
  private static String withoutRuns(String text) {
    var left = new StringBuilder();
    for (var at = 0; at < text.length(); ) {
      var length = Math.max(run(text, at, 1), run(text, at, -1));
      if (length < RUN) {
        left.append(text.charAt(at));
        at++;
      } else {
        at += length;
      }
    }
    return left.toString();
  }

  private static int run(String text, int from, int step) {
    return ROWS.stream().mapToInt(row -> run(text, from, row, step)).max().orElse(0);
  }

  private static int run(String text, int from, String row, int step) {
    var length = 0;
    for (var place = row.indexOf(text.charAt(from));
        place >= 0
            && place < row.length()
            && from + length < text.length()
            && text.charAt(from + length) == row.charAt(place);
        place += step) {
      length++;
    }
    return length;
  }

  private static String without(String text, Collection<String> words) {
    var left = text;
    for (var word : words) {
      left = left.replace(word, "");
    }
    return left;
  }

  /** The longest first, so that a short one within them leaves no rest; without {@code org}. */
  private static List<String> words(String text) {
    return Stream.of(text.toLowerCase(Locale.ROOT).split("[^\\p{L}\\p{N}]+"))
        .filter(word -> word.length() > 3)
        .distinct()
        .sorted(Comparator.comparingInt(String::length).reversed())
        .toList();
  }

  private static String bare(String text) {
    return NO_LETTER_OR_DIGIT.matcher(text).replaceAll("");
  }

  private static String withLetters(String text) {
    return text.chars()
        .map(sign -> SIGNS.indexOf(sign) < 0 ? sign : LETTERS.charAt(SIGNS.indexOf(sign)))
        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
        .toString();
  }
}
