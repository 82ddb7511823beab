package org.tipline.moderation;

import java.sql.Timestamp;
import java.time.Clock;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.tipline.account.Seats;

/** What editors write for colleagues; who is named with an {@code @} is told. */
@Service
@Transactional
public class Notes {

  private static final int LONGEST = 10_000;

  private final ActOnTip acts;
  private final NamedEditors named;
  private final JdbcClient jdbc;
  private final ApplicationEventPublisher events;
  private final Clock clock;

  Notes(
      ActOnTip acts,
      NamedEditors named,
      JdbcClient jdbc,
      ApplicationEventPublisher events,
      Clock clock) {
    this.acts = acts;
    this.named = named;
    this.jdbc = jdbc;
    this.events = events;
    this.clock = clock;
  }

  /**
   * Writes a note; one that comes again under the same id is not written twice.
   *
   * @throws BadDecision when it is empty or longer than 10,000 characters
   */
  public void write(UUID id, String reference, Seats me, String text) {
    var words = text.replace('\u0000', '\uFFFD').strip();
    if (words.isEmpty() || words.length() > LONGEST) {
      throw new BadDecision("A note has 1 to 10,000 characters.");
    }
    var tip = acts.tip(me, reference);
    var editor = me.editor();
    if (insert(id, tip, editor, words)) {
      acts.record(tip, editor, "wrote a note", null);
      var others = named.in(words, editor, tip.deskId());
      if (!others.isEmpty()) {
        events.publishEvent(new EditorsAsked(tip.id(), others, editor, EditorsAsked.Why.NAMED));
      }
    }
  }

  private boolean insert(UUID id, Tip tip, UUID editor, String words) {
    return jdbc.sql(
                """
                insert into tip_notes (id, tip_id, editor_id, written_at, text)
                values (?, ?, ?, ?, ?) on conflict do nothing
                """)
            .param(id)
            .param(tip.id())
            .param(editor)
            .param(Timestamp.from(clock.instant()))
            .param(words)
            .update()
        > 0;
  }
}
