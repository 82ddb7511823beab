package org.tipline.insights;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.tipline.account.Sight;

/** Why tips were not used: by the desks' own reasons, and what editors put otherwise in one row. */
@Component
class RejectedReasons implements Figure {

  /** An editor's words may follow the desk's reason. */
  private static final String BY_REASON =
      """
      select known.reason, count(*) from standing s left join lateral (
        select r.reason from (
          select distinct unnest(reasons) reason from desks where id = any(:desks)) r
        where s.detail = r.reason or starts_with(s.detail, r.reason || ': ')
        order by length(r.reason) desc limit 1) known on true
      where s.action = 'rejected' group by known.reason
      order by known.reason is null, count(*) desc, known.reason
      """;

  private final Decisions decisions;

  RejectedReasons(Decisions decisions) {
    this.decisions = decisions;
  }

  @Override
  public String name() {
    return "reasons";
  }

  @Override
  public Table of(Period period, Sight sight) {
    var rows =
        decisions
            .ask(BY_REASON, period, sight)
            .query((row, _) -> row(row.getString(1), row.getLong(2)))
            .list();
    var columns = List.of(Column.of("insights.reason"), Column.of("insights.count"));
    return new Table(name(), Table.Shape.BARS, columns, rows);
  }

  private static List<Cell> row(@Nullable String reason, long count) {
    var why = reason == null ? new Cell.Known("insights.reason.own") : new Cell.Text(reason);
    return List.of(why, new Cell.Count(count));
  }
}
