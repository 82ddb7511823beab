package org.tipline.account;

import static java.util.stream.Collectors.toCollection;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.Objects;

/** What people choose when they are asked for a password; where it is from, the file says. */
final class CommonPasswords {

  private static final String FILE = "/account/common-passwords.txt";

  private CommonPasswords() {}

  /** In small letters, the longest first. */
  static Collection<String> all() {
    try (var lines = open()) {
      return lines
          .lines()
          .filter(line -> !line.startsWith("#"))
          .sorted(Comparator.comparingInt(String::length).reversed())
          .collect(toCollection(LinkedHashSet::new));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static BufferedReader open() {
    var file = Objects.requireNonNull(CommonPasswords.class.getResourceAsStream(FILE), FILE);
    return new BufferedReader(new InputStreamReader(file, StandardCharsets.UTF_8));
  }
}
