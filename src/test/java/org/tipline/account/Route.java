package org.tipline.account;

import java.util.Arrays;

/** One method of one address, with something in place of its variables. */
record Route(String method, String path) {

  private static final String SOMETHING = "00000000-0000-7000-8000-000000000000";

  Route {
    path = path.replaceAll("\\{(?:[^{}]|\\{[^}]*})*}", SOMETHING).replace("/**", "");
  }

  boolean isUnder(String... doors) {
    return Arrays.stream(doors).anyMatch(door -> path.equals(door) || path.startsWith(door + "/"));
  }

  boolean isChanging() {
    return !method.equals("GET");
  }
}
