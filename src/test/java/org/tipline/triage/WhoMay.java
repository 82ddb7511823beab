package org.tipline.triage;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;
import static java.util.stream.Collectors.toMap;

import java.io.IOException;
import java.util.Map;
import java.util.TreeMap;

/**
 * One method of one address.
 *
 * @param method {@code ANY} where the route takes every one
 * @param pattern as the controller has it
 */
record WhoMay(String method, String pattern) implements Comparable<WhoMay> {

  /** The verdicts of {@code who-may.txt}. */
  static Map<WhoMay, Verdict> verdicts() throws IOException {
    try (var file = requireNonNull(WhoMay.class.getResourceAsStream("who-may.txt"))) {
      return new String(file.readAllBytes(), UTF_8)
          .lines()
          .filter(line -> !line.isBlank() && !line.startsWith("#"))
          .map(line -> line.strip().split("\\s+"))
          .collect(
              toMap(
                  words -> new WhoMay(words[1], words[2]),
                  words -> Verdict.valueOf(words[0]),
                  (one, _) -> one,
                  TreeMap::new));
    }
  }

  boolean isChanging() {
    return method.equals("POST");
  }

  /** The address with these values for its variables; of several words a variable takes, one. */
  String filled(Map<String, String> values) {
    var path = pattern.replaceAll("\\{form:([^|}]+)[^}]*}", "$1").replace("/**", "");
    for (var value : values.entrySet()) {
      path = path.replaceAll("\\{" + value.getKey() + "(:([^{}]|\\{[^}]*})*)?}", value.getValue());
    }
    return path;
  }

  @Override
  public int compareTo(WhoMay other) {
    return toString().compareTo(other.toString());
  }

  @Override
  public String toString() {
    return method + " " + pattern;
  }
}
