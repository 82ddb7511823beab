package org.tipline.bench;

import java.time.Duration;
import java.util.List;

/**
 * How much is measured, by system properties: {@code -Dbench=accept,tip} names the rows, {@code
 * -Dbench.brief} makes all of them small, {@code -Dbench.seconds=30} sets one size. {@code
 * -Dbench.java} is for the application's JVM.
 */
final class Sizes {

  private static final boolean BRIEF = System.getProperty("bench.brief") != null;
  private static final List<String> WANTED =
      List.of(System.getProperty("bench", "").strip().split("\\s*,\\s*"));

  private Sizes() {}

  /** Whether a row was asked for; without a choice every one is. */
  static boolean wants(String row) {
    return WANTED.equals(List.of("")) || isNamed(row);
  }

  /** Whether a row was asked for by its name. */
  static boolean isNamed(String row) {
    return WANTED.contains(row);
  }

  static int number(String name, int usual, int brief) {
    return Integer.getInteger("bench." + name, BRIEF ? brief : usual);
  }

  static Duration seconds(String name, int usual, int brief) {
    return Duration.ofSeconds(number(name, usual, brief));
  }

  /** Of each measurement, with its yardstick in between. */
  static int rounds() {
    return number("rounds", 3, 3);
  }

  /** How long one round of one measurement takes. */
  static Duration round() {
    return seconds("seconds", 10, 3);
  }
}
