package org.tipline.triage;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.tipline.moderation.Act;
import org.tipline.moderation.BadDecision;
import org.tipline.moderation.Handover;
import org.tipline.moderation.Moderation;
import org.tipline.moderation.Notes;
import org.tipline.moderation.Tags;

/** Reads which act the form under the list means. */
@Component
class BulkActs {

  private final Moderation moderation;
  private final Handover handover;
  private final Notes notes;
  private final Tags tags;
  private final SnoozeTimes times;

  BulkActs(Moderation moderation, Handover handover, Notes notes, Tags tags, SnoozeTimes times) {
    this.moderation = moderation;
    this.handover = handover;
    this.notes = notes;
    this.tags = tags;
    this.times = times;
  }

  /**
   * What is done to each tip.
   *
   * @throws BadDecision when no button was pressed, or what it needs is missing
   */
  BulkAct read(BulkForm form) {
    return switch (form.kind()) {
      case "take" ->
          new BulkAct("taken", false, act -> moderation.claim(act.reference(), act.by()));
      case "snooze" -> snooze(form);
      case "move" -> move(given(form.toDesk(), "Pick one of the desks."));
      case "assign" -> assign(form);
      case "note" -> note(given(form.text(), "A note has 1 to 10,000 characters."));
      case "tag" -> tag(given(form.tags(), "A tag has 1 to 40 characters."));
      case null, default -> decide(form);
    };
  }

  private BulkAct decide(BulkForm form) {
    var decision = form.choice().decision();
    return new BulkAct(decision.inWords(), true, act -> moderation.decide(act, decision));
  }

  private BulkAct snooze(BulkForm form) {
    var until = times.read(form.howLong(), form.until()).orElse(null);
    return new BulkAct("put off", true, act -> moderation.snooze(act, until));
  }

  private BulkAct move(String desk) {
    return new BulkAct("moved", true, act -> handover.move(act, desk));
  }

  private BulkAct assign(BulkForm form) {
    var to = form.to();
    if (to == null) {
      throw new BadDecision("Pick one of the editors.");
    }
    return new BulkAct("handed over", true, act -> handover.assign(act, to));
  }

  private BulkAct note(String text) {
    return new BulkAct(
        "noted", false, act -> notes.write(noteId(act), act.reference(), act.by(), text));
  }

  /** The same when the form comes twice. */
  private static UUID noteId(Act act) {
    return UUID.nameUUIDFromBytes((act.id() + act.reference()).getBytes(UTF_8));
  }

  private BulkAct tag(String typed) {
    return new BulkAct("tagged", false, act -> tags.add(act.reference(), act.by(), typed));
  }

  private static String given(@Nullable String value, String otherwise) {
    if (value == null) {
      throw new BadDecision(otherwise);
    }
    return value;
  }

  /**
   * What is done to each tip.
   *
   * @param inWords {@code accepted}
   */
  record BulkAct(String inWords, boolean isUndoable, Consumer<Act> act) {}
}
