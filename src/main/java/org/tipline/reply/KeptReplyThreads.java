package org.tipline.reply;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.tipline.channel.ChannelName;
import org.tipline.channel.Medium;
import org.tipline.moderation.ReplyThreads;

/** The replies, as the queue asks for them when a reader writes again. */
@Repository
class KeptReplyThreads implements ReplyThreads {

  /** The tip is that of the message it answers: a tip it was merged into may part with it again. */
  private static final String SENT =
      """
      select ts.tip_id, s.reader_id, r.created_at
      from replies r join submissions s on s.id = r.submission_id
        join tip_submissions ts on ts.submission_id = s.id
      where r.tip_id is not null and
      """;

  private final JdbcClient jdbc;

  KeptReplyThreads(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  @Override
  public Optional<Sent> named(ChannelName channel, String name) {
    return jdbc
        .sql(SENT + "r.channel = :channel and (r.token = :name or r.external_id = :name)")
        .param("channel", channel.value())
        .param("name", name)
        .query(KeptReplyThreads::sent)
        .list()
        .stream()
        .findFirst();
  }

  /** By when it was written: a reader whose reply is late or uncertain may have it all the same. */
  @Override
  public Optional<Sent> lastAnswer(UUID reader, Medium medium, Instant since) {
    return jdbc.sql(
            SENT
                + """
                s.reader_id = :reader and s.medium = :medium
                  and r.kind = 'ANSWER' and r.state <> 'FAILED' and r.created_at >= :since
                order by r.created_at desc limit 1
                """)
        .param("reader", reader)
        .param("medium", medium.name())
        .param("since", Timestamp.from(since))
        .query(KeptReplyThreads::sent)
        .optional();
  }

  private static Sent sent(ResultSet rs, int n) throws SQLException {
    return new Sent(
        rs.getObject("tip_id", UUID.class),
        rs.getObject("reader_id", UUID.class),
        rs.getTimestamp("created_at").toInstant());
  }
}
