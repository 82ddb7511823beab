package org.tipline.reply;

import com.github.kagkarlsson.scheduler.SchedulerClient;
import java.security.SecureRandom;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import org.hibernate.id.uuid.UuidVersion7Strategy;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;
import org.tipline.channel.ChannelName;

/** The replies: written in the caller's transaction, sent afterwards, each once. */
@Repository
public class Replies {

  private static final SecureRandom RANDOM = new SecureRandom();
  private static final int TOKEN_BYTES = 16;

  private final JdbcClient jdbc;
  private final SchedulerClient scheduler;
  private final Clock clock;

  Replies(JdbcClient jdbc, SchedulerClient scheduler, Clock clock) {
    this.jdbc = jdbc;
    this.scheduler = scheduler;
    this.clock = clock;
  }

  /**
   * Writes a reply, to be sent once the transaction is committed, and returns its id.
   *
   * @throws CannotReply when it cannot be sent by that channel, or to that reader
   */
  @Transactional
  public UUID write(NewReply reply) {
    var id = UuidVersion7Strategy.INSTANCE.generateUuid(null);
    var now = Timestamp.from(clock.instant());
    jdbc.sql(
            """
            insert into replies (id, kind, submission_id, tip_id, channel, editor_id, text, template,
              variables, token, created_at, state_at)
            select :id, :kind, s.id, :tip, s.channel, :editor, :text, :template,
              :variables::text[], :token, :now, :now
            from submissions s where s.id = :submission
            """)
        .param("id", id)
        .param("kind", reply.kind().name())
        .param("tip", reply.tipId())
        .param("editor", reply.editorId())
        .param("text", reply.text())
        .param("template", reply.template() == null ? null : reply.template().template())
        .param(
            "variables",
            reply.template() == null ? null : reply.template().variables().toArray(String[]::new))
        .param("token", token())
        .param("now", now)
        .param("submission", reply.submissionId())
        .update();
    scheduler.scheduleIfNotExists(
        ReplySender.TASK.instance(id.toString()).build(), clock.instant());
    return id;
  }

  private static String token() {
    var bytes = new byte[TOKEN_BYTES];
    RANDOM.nextBytes(bytes);
    return HexFormat.of().formatHex(bytes);
  }

  /** The replies of a tip, oldest first. */
  public List<Reply> of(UUID tip) {
    return jdbc.sql(
            """
            select r.id, r.kind, r.channel, e.name editor, r.text, r.state, r.created_at,
              r.state_at, r.failure
            from replies r left join editors e on e.id = r.editor_id
            where r.tip_id = ? order by r.created_at, r.id
            """)
        .param(tip)
        .query((rs, _) -> reply(rs))
        .list();
  }

  private static Reply reply(ResultSet rs) throws SQLException {
    return new Reply(
        rs.getObject("id", UUID.class),
        ReplyKind.valueOf(rs.getString("kind")),
        new ChannelName(rs.getString("channel")),
        rs.getString("editor"),
        rs.getString("text"),
        ReplyState.valueOf(rs.getString("state")),
        rs.getTimestamp("created_at").toInstant(),
        rs.getTimestamp("state_at").toInstant(),
        rs.getString("failure"));
  }
}
