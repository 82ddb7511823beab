package org.tipline.insights;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.tipline.account.Sight;

/**
 * How long the tips of the period took until an editor first did something to them, and until the
 * first decision that stands; by the desk they are at now.
 */
@Component
class TimesByDesk implements Figure {

  private static final List<Column> COLUMNS =
      List.of(
          Column.of("insights.desk"),
          Column.of("insights.tips"),
          Column.of("insights.touched"),
          Column.time("insights.touched.half"),
          Column.time("insights.touched.most"),
          Column.of("insights.decided"),
          Column.time("insights.decided.half"),
          Column.time("insights.decided.most"));

  private final JdbcClient jdbc;

  TimesByDesk(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  @Override
  public String name() {
    return "times";
  }

  @Override
  public Table of(Period period, Sight sight) {
    var rows =
        jdbc.sql(
                """
                select d.name, count(*) tips, count(t.touched_at) touched, count(t.decided_at) decided,
                  percentile_cont(array[0.5, 0.9]) within group (
                    order by extract(epoch from t.touched_at - t.opened_at)::float8) to_touch,
                  percentile_cont(array[0.5, 0.9]) within group (
                    order by extract(epoch from t.decided_at - t.opened_at)::float8) to_decision
                from tips t join desks d on d.id = t.desk_id
                where t.opened_at >= :start and t.opened_at < :end and t.desk_id = any(:desks)
                group by d.id, d.name order by d.name
                """)
            .param("start", Timestamp.from(period.start()))
            .param("end", Timestamp.from(period.end()))
            .param("desks", sight.ids())
            .query((row, _) -> row(row))
            .list();
    return new Table(name(), Table.Shape.BARS, COLUMNS, rows);
  }

  private static List<Cell> row(ResultSet row) throws SQLException {
    var touch = seconds(row, "to_touch");
    var decision = seconds(row, "to_decision");
    return List.of(
        new Cell.Text(row.getString("name")),
        new Cell.Count(row.getLong("tips")),
        new Cell.Count(row.getLong("touched")),
        lasted(touch[0]),
        lasted(touch[1]),
        new Cell.Count(row.getLong("decided")),
        lasted(decision[0]),
        lasted(decision[1]));
  }

  /** Null, or twice null, when nothing has happened yet. */
  private static @Nullable Double[] seconds(ResultSet row, String column) throws SQLException {
    var array = row.getArray(column);
    return array == null ? new @Nullable Double[2] : (@Nullable Double[]) array.getArray();
  }

  private static Cell lasted(@Nullable Double seconds) {
    return new Cell.Lasted(seconds == null ? null : Duration.ofSeconds(Math.round(seconds)));
  }
}
