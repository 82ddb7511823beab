package org.tipline.reply;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.tipline.channel.ChannelName;

/** The replies an administrator should know of. */
@Repository
public class ReplyTroubles {

  /** How long a failure is news. */
  private static final Duration NEWS = Duration.ofDays(7);

  private final JdbcClient jdbc;
  private final Clock clock;

  ReplyTroubles(JdbcClient jdbc, Clock clock) {
    this.jdbc = jdbc;
    this.clock = clock;
  }

  /** For the administration's first page. */
  public ReplyCounts counts() {
    return jdbc.sql(
            """
            select count(*) filter (where state in ('QUEUED', 'SENDING')) waiting,
              count(*) filter (where state = 'UNCERTAIN') uncertain,
              count(*) filter (where state = 'FAILED') failed,
              min(queued_at) filter (where state in ('QUEUED', 'SENDING')) since
            from replies where state in ('QUEUED', 'SENDING', 'UNCERTAIN')
              or state = 'FAILED' and state_at > :news
            """)
        .param("news", Timestamp.from(clock.instant().minus(NEWS)))
        .query(
            (rs, _) ->
                new ReplyCounts(
                    rs.getInt("waiting"),
                    rs.getInt("uncertain"),
                    rs.getInt("failed"),
                    rs.getTimestamp("since") == null ? null : rs.getTimestamp("since").toInstant()))
        .single();
  }

  /** The newest ones that did not simply go out, of the last seven days. */
  public List<TroubledReply> troubled(int limit) {
    return jdbc.sql(
            """
            select left(t.reference, 3) || '-' || substr(t.reference, 4) reference, r.kind, r.channel, r.state, r.attempts, r.failure, r.state_at
            from replies r left join tips t on t.id = r.tip_id
            where r.failure is not null and r.state_at > :news
            order by r.state_at desc limit :limit
            """)
        .param("news", Timestamp.from(clock.instant().minus(NEWS)))
        .param("limit", limit)
        .query((rs, _) -> troubled(rs))
        .list();
  }

  private static TroubledReply troubled(ResultSet rs) throws SQLException {
    return new TroubledReply(
        rs.getString("reference"),
        ReplyKind.valueOf(rs.getString("kind")),
        new ChannelName(rs.getString("channel")),
        ReplyState.valueOf(rs.getString("state")),
        rs.getInt("attempts"),
        rs.getString("failure"),
        rs.getTimestamp("state_at").toInstant());
  }
}
