package org.tipline.moderation;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.tipline.account.Sight;
import org.tipline.channel.ChannelName;
import org.tipline.channel.Medium;

/** How a tip's row is read for lists. */
final class TipRows {

  private TipRows() {}

  /** All of it wants the parameter {@code sight}, {@link Sight#ids}. */
  static String select(Sight sight) {
    return columns(sight) + from("tips");
  }

  /** A count of the reader's tips tells of no other desk's. */
  static String columns(Sight sight) {
    return """
    select t.*, d.slug desk, d.name desk_name, r.label reader_label, e.name claimed_name,
      (select count(*) from tips o where o.reader_id = t.reader_id%s) reader_tips,
      array(select g.tag from tip_tags g where g.tip_id = t.id order by g.tag) tags
    """
        .formatted(sight.isEverywhere() ? "" : " and o.desk_id = any(:sight)");
  }

  /** {@code tips} or what has its columns. */
  static String from(String tips) {
    return """
    from %s t join desks d on d.id = t.desk_id
      left join readers r on r.id = t.reader_id
      left join editors e on e.id = t.claimed_by
    """
        .formatted(tips);
  }

  /** {@code and …}, or nothing. */
  static String and(Sight sight) {
    return sight.isEverywhere() ? "" : " and t.desk_id = any(:sight)";
  }

  static TipRow read(ResultSet rs, int n) throws SQLException {
    return new TipRow(
        rs.getObject("id", UUID.class),
        new Reference(rs.getString("reference")).toString(),
        TipState.valueOf(rs.getString("state")),
        new ChannelName(rs.getString("channel")),
        Medium.valueOf(rs.getString("medium")),
        rs.getObject("desk_id", UUID.class),
        rs.getString("desk"),
        rs.getString("desk_name"),
        rs.getTimestamp("opened_at").toInstant(),
        rs.getTimestamp("last_activity_at").toInstant(),
        instant(rs.getTimestamp("queued_at")),
        rs.getBoolean("new_activity"),
        rs.getBoolean("urgent"),
        rs.getObject("reader_id", UUID.class),
        rs.getString("reader_label"),
        rs.getInt("reader_tips"),
        rs.getObject("claimed_by", UUID.class),
        rs.getString("claimed_name"),
        rs.getString("first_line"),
        rs.getString("finding"),
        rs.getInt("submissions"),
        rs.getInt("attachments"),
        rs.getLong("version"),
        instant(rs.getTimestamp("snoozed_at")),
        instant(rs.getTimestamp("snoozed_until")),
        List.of((String[]) rs.getArray("tags").getArray()));
  }

  private static @Nullable Instant instant(@Nullable Timestamp timestamp) {
    return timestamp == null ? null : timestamp.toInstant();
  }
}
