package org.tipline.faults;

import java.util.ArrayList;
import java.util.List;

/** The figures of a run, printed as they stand in the README. */
final class Table {

  private final List<String> rows = new ArrayList<>();

  void add(String scenario, Ledger.Figures figures, String remark) {
    rows.add(
        "| %-44s | %,8d | %4d | %7d | %6d | %12d | %,8d | %s |"
            .formatted(
                scenario,
                figures.received(),
                figures.lost(),
                figures.doubled(),
                figures.stored(),
                figures.outOfOrder(),
                figures.slowestMillis(),
                remark));
    System.out.println(rows.getLast());
  }

  void add(String scenario, String remark) {
    rows.add(
        "| %-44s | %8s | %4s | %7s | %6s | %12s | %8s | %s |"
            .formatted(scenario, "", "", "", "", "", "", remark));
    System.out.println(rows.getLast());
  }

  void print() {
    System.out.printf(
        "%n| %-44s | received | lost | doubled | stored | out of order | slowest, ms | remark |%n",
        "fault");
    rows.forEach(System.out::println);
  }
}
