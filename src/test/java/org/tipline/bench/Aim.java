package org.tipline.bench;

import java.util.Locale;

/** What a figure should come to. */
record Aim(boolean isLeast, double value, String unit) {

  static Aim atLeast(double value) {
    return new Aim(true, value, "");
  }

  static Aim atMost(double value, String unit) {
    return new Aim(false, value, " " + unit);
  }

  static Aim atMost(double value) {
    return new Aim(false, value, "");
  }

  String verdict(double figure) {
    return (isLeast ? figure >= value : figure <= value) ? "yes" : "no";
  }

  @Override
  public String toString() {
    var number = value == Math.rint(value) && !unit.isEmpty() ? "%.0f" : "%.2f";
    return (isLeast ? ">= " : "<= ") + String.format(Locale.ROOT, number, value) + unit;
  }
}
