package org.tipline.reply;

import java.sql.Timestamp;
import java.time.Clock;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.tipline.account.SeatForbids;
import org.tipline.moderation.ReaderTips;
import org.tipline.moderation.TipChanged;
import org.tipline.moderation.TipTaken;
import org.tipline.moderation.UnknownTip;

/**
 * Editors' answers to readers: each form once, on all there is to know, by who may.
 *
 * <p>The tip's row is locked first, so that of two editors who answer at once the second sees what
 * the first one wrote.
 */
@Service
public class Answers {

  private final JdbcClient jdbc;
  private final Replies replies;
  private final ReplyDrafts drafts;
  private final ApplicationEventPublisher events;
  private final Clock clock;

  Answers(
      JdbcClient jdbc,
      Replies replies,
      ReplyDrafts drafts,
      ApplicationEventPublisher events,
      Clock clock) {
    this.jdbc = jdbc;
    this.replies = replies;
    this.drafts = drafts;
    this.events = events;
    this.clock = clock;
  }

  /**
   * Writes the answer, to be sent once the transaction is committed, and lets go of the editor's
   * draft. The same form with the same words again changes nothing.
   *
   * @throws CannotReply when it cannot be sent by that channel, or to that reader
   * @throws StaleAnswer when the reader or a colleague wrote meanwhile, or when the form has sent
   *     other words before
   * @throws TipTaken when a colleague holds the tip
   * @throws UnknownTip when it is at a desk the editor does not see by now
   * @throws SeatForbids when they only read there
   */
  @Transactional
  public void send(NewAnswer answer) {
    var holder = lock(answer);
    var sent = sentBy(answer.form());
    if (sent.isPresent()) {
      requireSame(sent.get(), answer.text());
      return;
    }
    if (holder != null && !holder.equals(answer.by().editor())) {
      throw new TipTaken(name(holder));
    }
    if (extent(answer.tipId()) != answer.seen()) {
      throw new StaleAnswer(
          "Something was written here while you were writing; read it, then send yours.");
    }
    write(answer);
  }

  private @Nullable UUID lock(NewAnswer answer) {
    var tip =
        jdbc.sql("select reference, desk_id, claimed_by from tips where id = ? for update")
            .param(answer.tipId())
            .query(
                (rs, _) ->
                    new Locked(
                        rs.getString("reference"),
                        rs.getObject("desk_id", UUID.class),
                        rs.getObject("claimed_by", UUID.class)))
            .single();
    if (!answer.by().sees(tip.deskId())) {
      throw new UnknownTip(ReaderTips.reference(tip.reference()).orElseThrow());
    }
    answer.by().requireWork(tip.deskId());
    return tip.claimedBy();
  }

  private Optional<String> sentBy(UUID form) {
    return jdbc.sql(
            "select r.text from reply_forms f join replies r on r.id = f.reply_id where f.form = ?")
        .param(form)
        .query(String.class)
        .optional();
  }

  private static void requireSame(String sent, String text) {
    if (!sent.equals(text)) {
      throw new StaleAnswer(
          "What you wrote here before was sent. Send this too if it is to be another message.");
    }
  }

  private String name(UUID editor) {
    return jdbc.sql("select name from editors where id = ?")
        .param(editor)
        .query(String.class)
        .single();
  }

  private void write(NewAnswer answer) {
    var id =
        replies.write(
            new NewReply(
                ReplyKind.ANSWER,
                answer.submissionId(),
                answer.tipId(),
                answer.by().editor(),
                answer.text(),
                answer.template()));
    jdbc.sql("insert into reply_forms (form, reply_id, sent_at) values (?, ?, ?)")
        .params(answer.form(), id, Timestamp.from(clock.instant()))
        .update();
    drafts.discard(answer.tipId(), answer.by().editor());
    events.publishEvent(new TipChanged(answer.tipId()));
  }

  private record Locked(String reference, UUID deskId, @Nullable UUID claimedBy) {}

  /** Merged tips included. */
  private int extent(UUID tip) {
    return jdbc.sql(
            """
            with recursive family (id) as (
              select :tip::uuid union select m.id from tips m join family f on m.merged_into = f.id)
            select (select count(*) from tip_submissions where tip_id in (select id from family))
              + (select count(*) from replies where tip_id in (select id from family)
                and kind = 'ANSWER')
            """)
        .param("tip", tip)
        .query(Integer.class)
        .single();
  }
}
