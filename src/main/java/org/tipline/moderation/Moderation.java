package org.tipline.moderation;

import java.sql.Timestamp;
import java.time.Clock;
import java.util.UUID;
import org.hibernate.id.uuid.UuidVersion7Strategy;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What editors do with a tip; every act is one transaction and one line of history. */
@Service
@Transactional
public class Moderation {

  private static final int LONGEST_NOTE = 10_000;

  private final Tips tips;
  private final History history;
  private final JdbcClient jdbc;
  private final ApplicationEventPublisher events;
  private final Clock clock;

  Moderation(
      Tips tips, History history, JdbcClient jdbc, ApplicationEventPublisher events, Clock clock) {
    this.tips = tips;
    this.history = history;
    this.jdbc = jdbc;
    this.events = events;
    this.clock = clock;
  }

  /**
   * Takes the tip; repeating the claim one holds changes nothing.
   *
   * @throws TipTaken when a colleague holds it
   */
  public void claim(String reference, UUID editor) {
    var tip = tip(reference);
    if (tip.claim(editor, clock.instant(), this::name)) {
      record(tip, editor, "claimed", null);
    }
  }

  /** Lets go of one's own claim; without one it changes nothing. */
  public void release(String reference, UUID editor) {
    var tip = tip(reference);
    if (tip.release(editor)) {
      record(tip, editor, "released", null);
    }
  }

  /**
   * Decides, if the tip still is as the editor saw it.
   *
   * @param version the version the editor's page showed
   * @throws StaleTip when it has changed since
   * @throws TipTaken when a colleague holds it
   * @throws BadDecision when the tip's state does not allow it
   */
  public void decide(String reference, UUID editor, long version, Decision decision) {
    var tip = tip(reference);
    if (tip.version() != version) {
      throw new StaleTip(history.latest(tip.id()));
    }
    tip.decide(editor, decision, clock.instant(), this::name);
    switch (decision) {
      case Decision.Accept _ -> record(tip, editor, "accepted", null);
      case Decision.Reject reject -> record(tip, editor, "rejected", reject.reason());
      case Decision.Spam _ -> record(tip, editor, "marked as spam", null);
      case Decision.Publish publish -> record(tip, editor, "published", publish.link());
      case Decision.Reopen _ -> record(tip, editor, "reopened", null);
    }
  }

  /**
   * Writes a note for colleagues.
   *
   * @throws BadDecision when it is empty or longer than 10,000 characters
   */
  public void note(String reference, UUID editor, String text) {
    var words = text.replace('\u0000', '\uFFFD').strip();
    if (words.isEmpty() || words.length() > LONGEST_NOTE) {
      throw new BadDecision("A note has 1 to 10,000 characters.");
    }
    var tip = tip(reference);
    jdbc.sql(
            """
            insert into tip_notes (id, tip_id, editor_id, written_at, text) values (?, ?, ?, ?, ?)
            """)
        .param(UuidVersion7Strategy.INSTANCE.generateUuid(null))
        .param(tip.id())
        .param(editor)
        .param(Timestamp.from(clock.instant()))
        .param(words)
        .update();
    record(tip, editor, "wrote a note", null);
  }

  private Tip tip(String reference) {
    return Reference.parse(reference)
        .flatMap(known -> tips.findByReference(known.symbols()))
        .orElseThrow(() -> new UnknownTip(reference));
  }

  private void record(Tip tip, UUID editor, String action, @Nullable String detail) {
    history.add(tip.id(), editor, action, detail);
    events.publishEvent(new TipChanged(tip.id()));
  }

  private String name(UUID editor) {
    return jdbc.sql("select name from editors where id = ?")
        .param(editor)
        .query(String.class)
        .single();
  }
}
