package org.tipline.moderation;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Which acts were carried out on which tips, and how the tips were before. */
@Repository
class ActsDone {

  /** How long a form is known again when it comes twice. */
  static final Duration KEPT = Duration.ofDays(1);

  private final JdbcClient jdbc;

  ActsDone(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  boolean has(Act act, UUID tip) {
    return jdbc.sql(
            """
            select exists (select 1 from tip_acts
              where act_id = ? and tip_id = ? and editor_id = ?)
            """)
        .param(act.id())
        .param(tip)
        .param(act.editor())
        .query(Boolean.class)
        .single();
  }

  void add(Act act, Tip tip, TipBefore before, String action, Instant at) {
    jdbc.sql(
            """
            insert into tip_acts (act_id, tip_id, editor_id, at, action, version, state, desk_id,
              queued_at, new_activity, claimed_by, claimed_at, published_link, snoozed_at,
              snoozed_until)
            values (:act, :tip, :editor, :at, :action, :version, :state, :desk,
              :queued, :fresh, :claimedBy, :claimedAt, :link, :snoozed, :until)
            """)
        .param("act", act.id())
        .param("tip", tip.id())
        .param("editor", act.editor())
        .param("at", Timestamp.from(at))
        .param("action", action)
        .param("version", tip.version())
        .param("state", before.state().name())
        .param("desk", before.deskId())
        .param("queued", timestamp(before.queuedAt()), Types.TIMESTAMP)
        .param("fresh", before.newActivity())
        .param("claimedBy", before.claimedBy(), Types.OTHER)
        .param("claimedAt", timestamp(before.claimedAt()), Types.TIMESTAMP)
        .param("link", before.publishedLink(), Types.VARCHAR)
        .param("snoozed", timestamp(before.snoozedAt()), Types.TIMESTAMP)
        .param("until", timestamp(before.snoozedUntil()), Types.TIMESTAMP)
        .update();
  }

  /** Marks an editor's own act as undone and gives back each tip's part that was not yet. */
  List<Done> undo(UUID act, UUID editor, Instant since) {
    return jdbc
        .sql(
            """
            update tip_acts set undone = true
            where act_id = ? and editor_id = ? and at >= ? and not undone returning *
            """)
        .param(act)
        .param(editor)
        .param(Timestamp.from(since))
        .query(ActsDone::done)
        .list()
        .stream()
        .sorted()
        .toList();
  }

  /** The tips of an act that was undone before. */
  List<UUID> undone(UUID act, UUID editor) {
    return jdbc.sql("select tip_id from tip_acts where act_id = ? and editor_id = ? and undone")
        .param(act)
        .param(editor)
        .query(UUID.class)
        .list();
  }

  int forget(Instant before) {
    return jdbc.sql("delete from tip_acts where at < ?").param(Timestamp.from(before)).update();
  }

  private static Done done(ResultSet rs, int n) throws SQLException {
    return new Done(
        rs.getObject("tip_id", UUID.class),
        rs.getString("action"),
        rs.getTimestamp("at").toInstant(),
        rs.getLong("version"),
        new TipBefore(
            TipState.valueOf(rs.getString("state")),
            rs.getObject("desk_id", UUID.class),
            instant(rs.getTimestamp("queued_at")),
            rs.getBoolean("new_activity"),
            rs.getObject("claimed_by", UUID.class),
            instant(rs.getTimestamp("claimed_at")),
            rs.getString("published_link"),
            instant(rs.getTimestamp("snoozed_at")),
            instant(rs.getTimestamp("snoozed_until"))));
  }

  private static @Nullable Timestamp timestamp(@Nullable Instant instant) {
    return instant == null ? null : Timestamp.from(instant);
  }

  private static @Nullable Instant instant(@Nullable Timestamp timestamp) {
    return timestamp == null ? null : timestamp.toInstant();
  }

  /**
   * One tip's part of an act.
   *
   * @param at when it was carried out; its line of history is no earlier
   * @param version of the tip after the act
   */
  record Done(UUID tip, String action, Instant at, long version, TipBefore before)
      implements Comparable<Done> {

    @Override
    public int compareTo(Done other) {
      return tip.compareTo(other.tip);
    }
  }
}
