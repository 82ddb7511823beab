package org.tipline.moderation;

import java.sql.Timestamp;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
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

  /** {@code editor} null: Tipline itself. */
  void add(UUID tip, @Nullable UUID editor, String action, @Nullable String detail) {
    jdbc.sql(
            """
            insert into tip_history (id, tip_id, at, editor_id, action, detail)
            values (?, ?, ?, ?, ?, ?)
            """)
        .param(UuidVersion7Strategy.INSTANCE.generateUuid(null))
        .param(tip)
        .param(Timestamp.from(clock.instant()))
        .param(editor)
        .param(action)
        .param(detail)
        .update();
  }

  /** Oldest first. */
  List<TipView.HistoryEntry> of(UUID tip) {
    return jdbc.sql(
            """
            select h.at, e.name, h.action, h.detail
            from tip_history h left join editors e on e.id = h.editor_id
            where h.tip_id = ? order by h.at, h.id
            """)
        .param(tip)
        .query(
            (rs, _) ->
                new TipView.HistoryEntry(
                    rs.getTimestamp("at").toInstant(),
                    rs.getString("name"),
                    rs.getString("action"),
                    rs.getString("detail")))
        .list();
  }

  /** The newest line in words, {@code Otieno: rejected (old news)}. */
  String latest(UUID tip) {
    var entries = of(tip);
    if (entries.isEmpty()) {
      return "it is new";
    }
    var last = entries.getLast();
    return (last.editor() == null ? "Tipline" : last.editor())
        + ": "
        + last.action()
        + (last.detail() == null ? "" : " (" + last.detail() + ")");
  }
}
