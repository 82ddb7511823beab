package org.tipline.reply;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.tipline.channel.ChannelName;
import org.tipline.moderation.ReaderTips;

/** What is kept of receipt codes. */
@Repository
class ReceiptRows {

  private static final String ROWS =
      """
      select c.submission_id, s.channel, s.external_id, c.salt, c.sealed_hash, c.made_at
      from receipt_codes c join submissions s on s.id = c.submission_id
      """;

  private final JdbcClient jdbc;

  ReceiptRows(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** For the tips' submissions of that channel. */
  void add(List<UUID> tips, ChannelName channel, Instant now) {
    jdbc.sql(
            """
            insert into receipt_codes (submission_id, salt, made_at)
            select s.id, wanted.salt, :now
            from unnest(:tips::uuid[], :salts::bytea[]) as wanted (tip, salt)
              join tip_submissions ts on ts.tip_id = wanted.tip
              join submissions s on s.id = ts.submission_id
            where s.channel = :channel
            on conflict do nothing
            """)
        .param("salts", tips.stream().map(_ -> SlowHash.salt()).toArray(byte[][]::new))
        .param("now", Timestamp.from(now))
        .param("tips", tips.toArray(UUID[]::new))
        .param("channel", channel.value())
        .update();
  }

  /** The code that opens a tip; by the same query whatever was typed. */
  Optional<ReceiptRow> find(ChannelName channel, String reference) {
    return jdbc.sql(
            ROWS
                + """
                join tip_submissions ts on ts.submission_id = s.id join tips t on t.id = ts.tip_id
                where t.reference = :reference and s.channel = :channel
                order by c.made_at, s.id limit 1
                """)
        .param("reference", ReaderTips.reference(reference).orElse("").replace("-", ""))
        .param("channel", channel.value())
        .query((rs, _) -> row(rs))
        .optional();
  }

  List<ReceiptRow> unhashed(int most) {
    return jdbc.sql(ROWS + "where c.sealed_hash is null order by c.made_at limit ?")
        .param(most)
        .query((rs, _) -> row(rs))
        .list();
  }

  void keep(UUID submission, byte[] sealedHash) {
    jdbc.sql("update receipt_codes set sealed_hash = ? where submission_id = ?")
        .param(sealedHash)
        .param(submission)
        .update();
  }

  /** When a delivery's message came in, empty until it is sorted. */
  Optional<Instant> receivedAt(ChannelName channel, String key) {
    return jdbc.sql("select received_at from submissions where channel = ? and external_id = ?")
        .param(channel.value())
        .param(key)
        .query(Timestamp.class)
        .optional()
        .map(Timestamp::toInstant);
  }

  private static ReceiptRow row(ResultSet rs) throws SQLException {
    return new ReceiptRow(
        rs.getObject("submission_id", UUID.class),
        new ChannelName(rs.getString("channel")),
        rs.getString("external_id"),
        rs.getBytes("salt"),
        rs.getBytes("sealed_hash"),
        rs.getTimestamp("made_at").toInstant());
  }

  /**
   * One code.
   *
   * @param key of the delivery it was given for
   * @param sealedHash null until it is hashed
   */
  record ReceiptRow(
      UUID submission,
      ChannelName channel,
      String key,
      byte[] salt,
      byte @Nullable [] sealedHash,
      Instant madeAt) {}
}
