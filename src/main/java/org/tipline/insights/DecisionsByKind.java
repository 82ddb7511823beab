package org.tipline.insights;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.tipline.account.Sight;

/** How many decisions of each kind were made and stand. */
@Component
class DecisionsByKind implements Figure {

  private static final List<String> KINDS =
      List.of("accepted", "published", "rejected", "marked as spam", "reopened");

  private final Decisions decisions;

  DecisionsByKind(Decisions decisions) {
    this.decisions = decisions;
  }

  @Override
  public String name() {
    return "decisions";
  }

  @Override
  public Table of(Period period, Sight sight) {
    var counts = counts(period, sight);
    var rows = KINDS.stream().map(kind -> row(kind, counts.getOrDefault(kind, 0L))).toList();
    var columns = List.of(Column.of("insights.decision"), Column.of("insights.count"));
    return new Table(name(), Table.Shape.BARS, columns, rows);
  }

  private static List<Cell> row(String kind, long count) {
    return List.of(
        new Cell.Known("insights.kind." + kind.replace(' ', '-')), new Cell.Count(count));
  }

  private Map<String, Long> counts(Period period, Sight sight) {
    var counts = new HashMap<String, Long>();
    decisions
        .ask("select action, count(*) from standing group by action", period, sight)
        .query(
            row -> {
              counts.put(row.getString(1), row.getLong(2));
            });
    return counts;
  }
}
