package org.tipline.reply;

import java.sql.Timestamp;
import java.time.Clock;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;
import org.tipline.account.SeatForbids;
import org.tipline.account.Seats;
import org.tipline.moderation.TipChanged;
import org.tipline.moderation.TipRow;

/**
 * What editors have written and not sent. It outlives their page, and colleagues see who is
 * writing.
 */
@Repository
public class ReplyDrafts {

  private static final int LONGEST = 10_000;

  private final JdbcClient jdbc;
  private final ApplicationEventPublisher events;
  private final Clock clock;

  ReplyDrafts(JdbcClient jdbc, ApplicationEventPublisher events, Clock clock) {
    this.jdbc = jdbc;
    this.events = events;
    this.clock = clock;
  }

  /**
   * Keeps the words instead of what was kept before; no words keep nothing. Words that come late,
   * from a form that has sent its answer meanwhile, are let go.
   *
   * @throws CannotReply when they are longer than 10,000 characters
   * @throws SeatForbids when the editor only reads at the tip's desk
   */
  @Transactional
  public void keep(TipRow shown, Seats me, UUID form, String text) {
    me.requireWork(shown.deskId());
    var tip = shown.id();
    var editor = me.editor();
    if (text.isBlank()) {
      discard(tip, editor);
      return;
    }
    if (text.length() > LONGEST) {
      throw new CannotReply("A draft has at most 10,000 characters; shorten it.");
    }
    if (begins(tip, editor, form, text)) {
      events.publishEvent(new TipChanged(tip));
    }
  }

  /** Only the first of a draft is news to colleagues: a letter more changes nothing they see. */
  private boolean begins(UUID tip, UUID editor, UUID form, String text) {
    return jdbc.sql(
            """
            insert into reply_drafts (tip_id, editor_id, text, at)
            select :tip, :editor, :text, :now
            where not exists (select from reply_forms where form = :form)
            on conflict (tip_id, editor_id) do update set text = excluded.text, at = excluded.at
            returning xmax = 0
            """)
        .param("tip", tip)
        .param("editor", editor)
        .param("text", text)
        .param("now", Timestamp.from(clock.instant()))
        .param("form", form)
        .query(Boolean.class)
        .optional()
        .orElse(false);
  }

  /** Lets go of an editor's draft, if there is one. */
  @Transactional
  public void discard(UUID tip, UUID editor) {
    var gone =
        jdbc.sql("delete from reply_drafts where tip_id = ? and editor_id = ?")
            .params(tip, editor)
            .update();
    if (gone > 0) {
      events.publishEvent(new TipChanged(tip));
    }
  }
}
