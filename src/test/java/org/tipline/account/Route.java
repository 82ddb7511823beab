package org.tipline.account;

import java.util.Arrays;
import java.util.regex.Matcher;

/** One method of one address, with something in place of its variables. */
record Route(String method, String path) {

  private static final String SOMETHING = "00000000-0000-7000-8000-000000000000";

  Route {
    path = filled(path, SOMETHING).replace("/**", "");
  }

  /** A pattern's address with {@code value} for each variable, whose own patterns may count. */
  static String filled(String pattern, String value) {
    return pattern.replaceAll("\\{(?:[^{}]|\\{[^}]*})*}", Matcher.quoteReplacement(value));
  }

  boolean isUnder(String... doors) {
    return Arrays.stream(doors).anyMatch(door -> path.equals(door) || path.startsWith(door + "/"));
  }

  boolean isChanging() {
    return !method.equals("GET");
  }
}
