package org.tipline.bench;

import java.util.ArrayList;
import java.util.List;

/** The figures as they go into the README, printed as they come and once more at the end. */
final class Table {

  private static final String ROW = "| %-58s | %-28s | %-28s | %-20s | %-12s | %-6s |";

  private final List<String> rows = new ArrayList<>();

  /**
   * @param met whether the aim is reached, empty where there is none
   */
  void add(String work, String here, String yardstick, String ratio, String aim, String met) {
    rows.add(ROW.formatted(work, here, yardstick, ratio, aim, met));
    System.out.println(rows.getLast());
  }

  /** A figure beside its yardstick; the aim is on their ratio. */
  void addRatio(String work, Spread here, Spread yardstick, Spread ratio, Aim aim) {
    var decimals = here.median() < 100 ? 1 : 0;
    add(
        work,
        here.with(decimals),
        yardstick.with(decimals),
        ratio.with(2),
        aim.toString(),
        aim.verdict(ratio.median()));
  }

  /** A figure with an aim of its own. */
  void add(String work, Spread here, Aim aim) {
    add(work, here.with(1), "", "", aim.toString(), aim.verdict(here.median()));
  }

  void print() {
    System.out.printf(
        "%n" + ROW + "%n|---|---|---|---|---|---|%n",
        "work, median [least-most]",
        "here",
        "yardstick",
        "ratio",
        "aim",
        "met");
    rows.forEach(System.out::println);
  }
}
