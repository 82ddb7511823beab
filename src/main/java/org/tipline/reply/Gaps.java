package org.tipline.reply;

import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Finds and fills the gaps of a text, {@code {reference}}. */
final class Gaps {

  private static final Pattern GAP = Pattern.compile("\\{[^{}]*}");

  private Gaps() {}

  /** Every gap as it is written, known or not. */
  static Set<String> in(String text) {
    return GAP.matcher(text).results().map(gap -> gap.group()).collect(Collectors.toSet());
  }

  static Optional<Placeholder> placeholder(String written) {
    return Arrays.stream(Placeholder.values())
        .filter(placeholder -> placeholder.written().equals(written))
        .findFirst();
  }

  /** A gap without a value stays as it is; what fills one is never looked at for gaps. */
  static String fill(String text, Map<Placeholder, String> values) {
    return GAP.matcher(text)
        .replaceAll(
            gap ->
                Matcher.quoteReplacement(
                    placeholder(gap.group()).map(values::get).orElse(gap.group())));
  }
}
