package org.tipline.insights;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.tipline.account.Sight;

/** How many tips waited when each step began, and how many at the end or now. */
@Component
class WaitingOverTime implements Figure {

  private final JdbcClient jdbc;
  private final Clock clock;

  WaitingOverTime(JdbcClient jdbc, Clock clock) {
    this.jdbc = jdbc;
    this.clock = clock;
  }

  @Override
  public String name() {
    return "waiting";
  }

  @Override
  public Table of(Period period, Sight sight) {
    var now = clock.instant();
    var changes = changes(period, sight, now);
    var waiting = atStart(period, sight);
    var rows = new ArrayList<List<Cell>>();
    for (var step : period.steps(now)) {
      rows.add(row(step, !period.isByHour(), waiting));
      waiting += changes.getOrDefault(step, 0L);
    }
    var last = period.end().isBefore(now) ? period.end() : now;
    if (!rows.isEmpty()) {
      rows.add(row(last, false, waiting));
    }
    var columns = List.of(Column.of("insights.at"), Column.of("insights.waiting"));
    return new Table(name(), Table.Shape.LEVEL, columns, rows);
  }

  private static List<Cell> row(Instant at, boolean isWholeDay, long waiting) {
    return List.of(new Cell.Moment(at, isWholeDay), new Cell.Count(waiting));
  }

  private long atStart(Period period, Sight sight) {
    return jdbc.sql(
            """
            select count(*) from tip_waits
            where since < :start and (until is null or until >= :start) and desk_id = any(:desks)
            """)
        .param("start", Timestamp.from(period.start()))
        .param("desks", sight.ids())
        .query(Long.class)
        .single();
  }

  /** How many more wait at the end of each step than at its beginning. */
  private Map<Instant, Long> changes(Period period, Sight sight, Instant now) {
    var changes = new HashMap<Instant, Long>();
    var end = period.end().isBefore(now) ? period.end() : now;
    jdbc.sql(
            """
            select date_trunc(:step, at, :zone) step, sum(change) change from (
              select since at, 1 change from tip_waits
              where since >= :start and since < :end and desk_id = any(:desks)
              union all
              select until, -1 from tip_waits
              where until >= :start and until < :end and desk_id = any(:desks)) changes
            group by 1
            """)
        .param("step", period.step())
        .param("zone", period.zone().getId())
        .param("start", Timestamp.from(period.start()))
        .param("end", Timestamp.from(end))
        .param("desks", sight.ids())
        .query(
            row -> {
              changes.put(row.getTimestamp("step").toInstant(), row.getLong("change"));
            });
    return changes;
  }
}
