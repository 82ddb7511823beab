package org.tipline.insights;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.tipline.account.Sight;
import org.tipline.channel.Medium;

/** How many tips came by each medium, step by step. */
@Component
class TipsByMedium implements Figure {

  private final JdbcClient jdbc;
  private final Clock clock;

  TipsByMedium(JdbcClient jdbc, Clock clock) {
    this.jdbc = jdbc;
    this.clock = clock;
  }

  @Override
  public String name() {
    return "tips";
  }

  @Override
  public Table of(Period period, Sight sight) {
    var counts = counts(period, sight);
    var rows =
        period.steps(clock.instant()).stream()
            .map(step -> row(period, step, counts.getOrDefault(step, Map.of())))
            .toList();
    return new Table(name(), Table.Shape.STACKS, columns(), rows);
  }

  private static List<Column> columns() {
    return Stream.concat(
            Stream.of(Column.of("insights.from")), Stream.of(Medium.values()).map(Column::of))
        .toList();
  }

  private static List<Cell> row(Period period, Instant step, Map<Medium, Long> counts) {
    var cells = new ArrayList<Cell>();
    cells.add(new Cell.Moment(step, !period.isByHour()));
    for (var medium : Medium.values()) {
      cells.add(new Cell.Count(counts.getOrDefault(medium, 0L)));
    }
    return cells;
  }

  private Map<Instant, Map<Medium, Long>> counts(Period period, Sight sight) {
    var counts = new HashMap<Instant, Map<Medium, Long>>();
    jdbc.sql(
            """
            select date_trunc(:step, opened_at, :zone) step, medium, count(*) tips from tips
            where opened_at >= :start and opened_at < :end and desk_id = any(:desks)
            group by 1, 2
            """)
        .param("step", period.step())
        .param("zone", period.zone().getId())
        .param("start", Timestamp.from(period.start()))
        .param("end", Timestamp.from(period.end()))
        .param("desks", sight.ids())
        .query(
            row -> {
              counts
                  .computeIfAbsent(
                      row.getTimestamp("step").toInstant(), _ -> new EnumMap<>(Medium.class))
                  .put(Medium.valueOf(row.getString("medium")), row.getLong("tips"));
            });
    return counts;
  }
}
