package org.tipline.reply;

import java.security.SecureRandom;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.util.HexFormat;
import java.util.UUID;
import org.hibernate.id.uuid.UuidVersion7Strategy;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;
import org.tipline.account.SeatForbids;
import org.tipline.account.Seats;
import org.tipline.moderation.TipRow;

/** The replies: written in the caller's transaction, sent afterwards, each once. */
@Repository
public class Replies {

  private static final SecureRandom RANDOM = new SecureRandom();
  private static final int TOKEN_BYTES = 16;

  /** Or of one that was merged into it. */
  private static final String OF_TIP =
      """
       and tip_id in (with recursive family (id) as (
         select :tip::uuid union select m.id from tips m join family f on m.merged_into = f.id)
         select id from family)
      """;

  private final JdbcClient jdbc;
  private final ReplyCheck check;
  private final ReplyLane lane;
  private final Clock clock;

  Replies(JdbcClient jdbc, ReplyCheck check, ReplyLane lane, Clock clock) {
    this.jdbc = jdbc;
    this.check = check;
    this.lane = lane;
    this.clock = clock;
  }

  /**
   * Writes a reply, to be sent once the transaction is committed, and returns its id. A template's
   * words are those it has with its gaps filled.
   *
   * @throws CannotReply when it cannot be sent by that channel, or to that reader; the caller's
   *     transaction goes on
   */
  @Transactional(noRollbackFor = CannotReply.class)
  public UUID write(NewReply reply) {
    return write(reply, Duration.ZERO);
  }

  /** As {@link #write(NewReply)}; it is not sent before {@code wait} has passed. */
  @Transactional(noRollbackFor = CannotReply.class)
  UUID write(NewReply reply, Duration wait) {
    var id = UuidVersion7Strategy.INSTANCE.generateUuid(null);
    var template = reply.template();
    jdbc.sql(
            """
            insert into replies (id, kind, submission_id, tip_id, channel, editor_id, text, template,
              variables, token, created_at, state_at, queued_at)
            select :id, :kind, s.id, :tip, s.channel, :editor, :text, :template,
              :variables::text[], :token, :now, :now, :now
            from submissions s where s.id = :submission
            """)
        .param("id", id)
        .param("kind", reply.kind().name())
        .param("tip", reply.tipId())
        .param("editor", reply.editorId())
        .param("text", check.words(reply))
        .param("template", template == null ? null : template.template())
        .param("variables", template == null ? null : template.variables().toArray(String[]::new))
        .param("token", token())
        .param("now", now())
        .param("submission", reply.submissionId())
        .update();
    lane.plan(id, wait);
    return id;
  }

  private static String token() {
    var bytes = new byte[TOKEN_BYTES];
    RANDOM.nextBytes(bytes);
    return HexFormat.of().formatHex(bytes);
  }

  /**
   * Sends a reply again that failed or is uncertain: an editor would rather have it arrive twice
   * than not at all.
   *
   * @throws CannotReply when the provider has it, it is on its way already, or it is not of that
   *     tip
   * @throws SeatForbids when the editor only reads at the tip's desk
   */
  @Transactional
  public void sendAgain(TipRow tip, UUID reply, Seats me) {
    me.requireWork(tip.deskId());
    var queued =
        jdbc.sql(
                """
                update replies set state = 'QUEUED', state_at = :now, queued_at = :now,
                  look_ups = 0, failure = null
                where id = :id and external_id is null and state in ('UNCERTAIN', 'FAILED')
                """
                    + OF_TIP)
            .param("tip", tip.id())
            .param("now", now())
            .param("id", reply)
            .update();
    if (queued == 0) {
      throw new CannotReply(
          "This reply is with the provider or on its way already; write another one if it did not"
              + " arrive.");
    }
    lane.plan(reply);
  }

  /**
   * An editor has learnt that an uncertain reply did not arrive, and does not want it sent again.
   *
   * @throws CannotReply when it is not uncertain any more, or not of that tip
   * @throws SeatForbids when the editor only reads at the tip's desk
   */
  @Transactional
  public void markNotArrived(TipRow tip, UUID reply, Seats me) {
    me.requireWork(tip.deskId());
    var failed =
        jdbc.sql(
                """
                update replies set state = 'FAILED', state_at = :now,
                  failure = (select name from editors where id = :editor)
                    || ' says that it did not arrive.'
                where id = :id and external_id is null and state = 'UNCERTAIN'
                """
                    + OF_TIP)
            .param("tip", tip.id())
            .param("now", now())
            .param("editor", me.editor())
            .param("id", reply)
            .update();
    if (failed == 0) {
      throw new CannotReply("This reply is not uncertain any more; look at its state again.");
    }
  }

  private Timestamp now() {
    return Timestamp.from(clock.instant());
  }
}
