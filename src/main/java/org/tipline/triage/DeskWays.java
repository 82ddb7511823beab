package org.tipline.triage;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;
import org.tipline.account.Desk;

/** Keeps how a desk works; {@link Surroundings} reads it. */
@Repository
class DeskWays {

  private static final int MOST_REASONS = 20;
  private static final int LONGEST_REASON = 100;
  private static final int WEEK_MINUTES = 10_080;

  private final JdbcClient jdbc;

  DeskWays(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * Takes what a desk's page says.
   *
   * @throws BadDeskWays when it cannot be
   * @throws StaleDeskWays when they are others by now than the page showed
   */
  @Transactional
  void keep(Desk desk, Typed typed) {
    var reasons = reasons(typed.reasons());
    requireOrder(typed.amber(), typed.red());
    if (!version(desk).equals(typed.version())) {
      throw new StaleDeskWays();
    }
    jdbc.sql("update desks set amber_seconds = ?, red_seconds = ?, reasons = ? where id = ?")
        .param(typed.amber() * 60)
        .param(typed.red() * 60)
        .param(reasons.toArray(String[]::new))
        .param(desk.id())
        .update();
  }

  private String version(Desk desk) {
    return jdbc.sql("select amber_seconds, red_seconds, reasons from desks where id = ? for update")
        .param(desk.id())
        .query(
            (rs, _) ->
                version(
                    rs.getObject("amber_seconds", Integer.class),
                    rs.getObject("red_seconds", Integer.class),
                    List.of((String[]) rs.getArray("reasons").getArray())))
        .single();
  }

  /** Tells one way of working from another. */
  static String version(@Nullable Integer amber, @Nullable Integer red, List<String> reasons) {
    return Integer.toHexString(Arrays.asList(amber, red, reasons).hashCode());
  }

  private static void requireOrder(int amber, int red) {
    if (amber < 1 || red <= amber || red > WEEK_MINUTES) {
      throw new BadDeskWays("desk.ways.bad.order");
    }
  }

  private static List<String> reasons(@Nullable String typed) {
    var reasons =
        Stream.of((typed == null ? "" : typed).split("\\R"))
            .map(String::strip)
            .filter(reason -> !reason.isEmpty())
            .distinct()
            .toList();
    if (reasons.size() > MOST_REASONS
        || reasons.stream().anyMatch(reason -> reason.length() > LONGEST_REASON)) {
      throw new BadDeskWays("desk.ways.bad.reasons");
    }
    return reasons;
  }

  /**
   * Minutes, and one reason a line.
   *
   * @param version of what the page showed
   */
  record Typed(int amber, int red, @Nullable String reasons, @Nullable String version) {}
}
