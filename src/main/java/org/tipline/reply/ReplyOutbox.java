package org.tipline.reply;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;
import org.tipline.channel.ChannelName;
import org.tipline.channel.OutgoingReply.Answers;
import org.tipline.channel.OutgoingReply.FilledTemplate;
import org.tipline.channel.SendOutcome;
import org.tipline.moderation.TipChanged;

/**
 * The rows of replies on their way. Each change is made only if nobody has tried or moved the reply
 * since it was read: a try that was taken for dead may still come back with its outcome.
 */
@Repository
class ReplyOutbox {

  private final JdbcClient jdbc;
  private final ReplyReceipts receipts;
  private final OptOuts optOuts;
  private final ApplicationEventPublisher events;
  private final Clock clock;

  ReplyOutbox(
      JdbcClient jdbc,
      ReplyReceipts receipts,
      OptOuts optOuts,
      ApplicationEventPublisher events,
      Clock clock) {
    this.jdbc = jdbc;
    this.receipts = receipts;
    this.optOuts = optOuts;
    this.events = events;
    this.clock = clock;
  }

  /** Empty once there is nothing left to do for it. */
  Optional<DueReply> find(UUID id) {
    return jdbc.sql(
            """
            select r.*, s.message_id, s.subject, exists (
              select 1 from reader_addresses sent
              join reader_addresses known
                on known.reader_id = sent.reader_id and known.medium = sent.medium
              join opt_outs o on o.address_id = known.id and o.undone_at is null
              where sent.id = s.address_id) opted_out,
              r.kind = 'PUBLISHED' and not exists (
                select 1 from tips t where t.id = r.tip_id and t.state in ('PUBLISHED', 'MERGED')
              ) taken_back
            from replies r join submissions s on s.id = r.submission_id
            where r.id = ? and r.state in ('QUEUED', 'SENDING', 'UNCERTAIN')
            """)
        .param(id)
        .query((rs, _) -> due(rs))
        .optional();
  }

  private static DueReply due(ResultSet rs) throws SQLException {
    return new DueReply(
        rs.getObject("id", UUID.class),
        ReplyKind.valueOf(rs.getString("kind")),
        rs.getObject("submission_id", UUID.class),
        new ChannelName(rs.getString("channel")),
        rs.getString("text"),
        template(rs),
        rs.getString("token"),
        ReplyState.valueOf(rs.getString("state")),
        rs.getInt("attempts"),
        rs.getInt("look_ups"),
        rs.getTimestamp("queued_at").toInstant(),
        instant(rs.getTimestamp("first_tried_at")),
        rs.getString("failure"),
        new Answers(rs.getString("message_id"), rs.getString("subject")),
        rs.getBoolean("opted_out"),
        rs.getBoolean("taken_back"));
  }

  private static @Nullable FilledTemplate template(ResultSet rs) throws SQLException {
    var template = rs.getString("template");
    return template == null
        ? null
        : new FilledTemplate(template, List.of((String[]) rs.getArray("variables").getArray()));
  }

  private static @Nullable Instant instant(@Nullable Timestamp timestamp) {
    return timestamp == null ? null : timestamp.toInstant();
  }

  /**
   * Writes down that it is being sent, before it is: whoever finds it so knows that it may have
   * been. Empty when somebody else was faster.
   */
  Optional<DueReply> begin(DueReply reply) {
    var now = clock.instant();
    var begun =
        jdbc.sql(
                """
                update replies set state = 'SENDING', state_at = :now, attempts = attempts + 1,
                  first_tried_at = coalesce(first_tried_at, :now)
                where id = :id and state = 'QUEUED' and attempts = :attempts
                """)
            .param("now", Timestamp.from(now))
            .param("id", reply.id())
            .param("attempts", reply.attempts())
            .update();
    return begun == 1 ? Optional.of(reply.begun(now)) : Optional.empty();
  }

  /** The provider has it. Whatever was thought of it meanwhile, that is the truth. */
  @Transactional
  void markSent(DueReply reply, String externalId) {
    receipts.lock(reply.channel(), externalId);
    var changed =
        jdbc.sql(
                """
                update replies set state = 'SENT', state_at = :now, external_id = :external,
                  failure = null
                where id = :id and external_id is null
                returning tip_id
                """)
            .param("now", now())
            .param("external", externalId)
            .param("id", reply.id())
            .query((rs, _) -> Optional.ofNullable(rs.getObject("tip_id", UUID.class)))
            .list();
    if (!changed.isEmpty()) {
      receipts.merge(reply.channel(), externalId);
    }
    tell(changed);
  }

  /** It waits, with a reason. */
  @Transactional
  boolean markWaiting(DueReply reply, String reason) {
    return move(reply, ReplyState.QUEUED, reason);
  }

  /** It did not reach the reader, and will not. */
  @Transactional
  boolean markFailed(DueReply reply, String reason) {
    return move(reply, ReplyState.FAILED, reason);
  }

  /** The provider takes it neither now nor later, perhaps since the reader told it so. */
  @Transactional
  boolean markRefused(DueReply reply, SendOutcome.Refused refused) {
    if (refused.optedOut()) {
      optOuts.record(reply.submissionId(), OptOuts.By.PROVIDER);
    }
    return move(reply, ReplyState.FAILED, refused.reason());
  }

  /** Nobody knows whether it was sent. */
  @Transactional
  boolean markUncertain(DueReply reply, @Nullable String reason) {
    return move(reply, ReplyState.UNCERTAIN, reason);
  }

  /** Nobody has it after all: it is to be sent once more. */
  @Transactional
  boolean markUnsent(DueReply reply) {
    return move(reply, ReplyState.QUEUED, null);
  }

  /** False when it is not any more as it was read: an editor may have sent it again. */
  private boolean move(DueReply reply, ReplyState state, @Nullable String reason) {
    var changed =
        jdbc.sql(
                """
                update replies set state = :state, failure = :reason,
                  state_at = case when state = :state then state_at else :now end,
                  look_ups = case when state = 'UNCERTAIN' and :state = 'UNCERTAIN'
                    then look_ups else 0 end
                where id = :id and attempts = :attempts and external_id is null
                  and state = :expected
                returning tip_id
                """)
            .param("state", state.name())
            .param("expected", reply.state().name())
            .param("reason", reason)
            .param("now", now())
            .param("id", reply.id())
            .param("attempts", reply.attempts())
            .query((rs, _) -> Optional.ofNullable(rs.getObject("tip_id", UUID.class)))
            .list();
    tell(changed);
    return !changed.isEmpty();
  }

  private void tell(List<Optional<UUID>> changed) {
    changed.stream()
        .flatMap(Optional::stream)
        .forEach(tip -> events.publishEvent(new TipChanged(tip)));
  }

  /** Counts a look-up before it is made; false when somebody else is at it. */
  boolean countLookUp(DueReply reply) {
    return jdbc.sql(
                """
                update replies set look_ups = look_ups + 1
                where id = :id and state = 'UNCERTAIN' and look_ups = :before
                """)
            .param("id", reply.id())
            .param("before", reply.lookUps())
            .update()
        == 1;
  }

  /** The provider's ids of the other replies to the same address: none of them is this one. */
  Set<String> others(DueReply reply) {
    return Set.copyOf(
        jdbc.sql(
                """
                select o.external_id from submissions s
                join submissions same on same.address_id = s.address_id
                join replies o on o.submission_id = same.id
                where s.id = ? and o.external_id is not null and o.channel = ?
                """)
            .param(reply.submissionId())
            .param(reply.channel().value())
            .query(String.class)
            .list());
  }

  private Timestamp now() {
    return Timestamp.from(clock.instant());
  }
}
