package org.tipline.moderation;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.hibernate.id.uuid.UuidVersion7Strategy;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Who did what to a tip, when and why; only ever added to. */
@Repository
class History {

  private final JdbcClient jdbc;
  private final Clock clock;

  History(JdbcClient jdbc, Clock clock) {
    this.jdbc = jdbc;
    this.clock = clock;
  }

  /** {@code editor} null: the reader, or Tipline itself. */
  void add(UUID tip, Origin origin, @Nullable UUID editor, String action, @Nullable String detail) {
    add(List.of(new Line(tip, origin, editor, action, detail)));
  }

  /** In one statement, in that order. */
  void add(List<Line> lines) {
    jdbc.sql(
            """
            insert into tip_history (id, tip_id, at, editor_id, action, detail, origin)
            select id, tip, :now, editor, action, detail, origin
            from unnest(:ids::uuid[], :tips::uuid[], :editors::uuid[], :actions::text[],
              :details::text[], :origins::text[]) as line (id, tip, editor, action, detail, origin)
            """)
        .param("now", Timestamp.from(clock.instant()))
        .param("ids", each(lines, _ -> UuidVersion7Strategy.INSTANCE.generateUuid(null)))
        .param("tips", each(lines, Line::tip))
        .param("editors", each(lines, Line::editor))
        .param("actions", words(lines, Line::action))
        .param("details", words(lines, Line::detail))
        .param("origins", words(lines, line -> line.origin().name()))
        .update();
  }

  private static UUID[] each(List<Line> lines, Function<Line, @Nullable UUID> of) {
    return lines.stream().map(of).toArray(UUID[]::new);
  }

  private static String[] words(List<Line> lines, Function<Line, @Nullable String> of) {
    return lines.stream().map(of).toArray(String[]::new);
  }

  /** What was done to one tip. */
  record Line(
      UUID tip, Origin origin, @Nullable UUID editor, String action, @Nullable String detail) {}

  /**
   * What was done last, {@code Otieno rejected this 4 s ago: old news}; notes and tags overwrite
   * nothing and are left out.
   */
  String latest(UUID tip, Instant now) {
    return jdbc.sql(
            """
            select h.at, e.name, h.action, h.detail, h.origin
            from tip_history h left join editors e on e.id = h.editor_id
            where h.tip_id = ? and h.action not in ('wrote a note', 'tagged', 'took a tag off')
            order by h.at desc, h.id desc limit 1
            """)
        .param(tip)
        .query(History::entry)
        .optional()
        .map(entry -> HistoryWords.of(entry, now))
        .orElse("This tip has changed.");
  }

  private static TipView.HistoryEntry entry(ResultSet rs, int n) throws SQLException {
    return new TipView.HistoryEntry(
        rs.getTimestamp("at").toInstant(),
        rs.getString("name"),
        rs.getString("action"),
        rs.getString("detail"),
        rs.getString("origin"));
  }
}
