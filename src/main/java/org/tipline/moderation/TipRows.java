package org.tipline.moderation;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.tipline.channel.ChannelName;
import org.tipline.channel.Medium;

/** How a tip's row is read for lists. */
final class TipRows {

  static final String SELECT =
      """
      select t.*, d.slug desk, d.name desk_name, r.label reader_label, e.name claimed_name,
        (select count(*) from tips o where o.reader_id = t.reader_id) reader_tips
      from tips t join desks d on d.id = t.desk_id
        left join readers r on r.id = t.reader_id
        left join editors e on e.id = t.claimed_by
      """;

  private TipRows() {}

  static TipRow read(ResultSet rs, int n) throws SQLException {
    return new TipRow(
        rs.getObject("id", UUID.class),
        new Reference(rs.getString("reference")).toString(),
        TipState.valueOf(rs.getString("state")),
        new ChannelName(rs.getString("channel")),
        Medium.valueOf(rs.getString("medium")),
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
        rs.getLong("version"));
  }

  private static @Nullable Instant instant(@Nullable Timestamp timestamp) {
    return timestamp == null ? null : timestamp.toInstant();
  }
}
