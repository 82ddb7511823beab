package org.tipline.moderation;

import java.time.Clock;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.tipline.account.Desk;
import org.tipline.account.Desks;
import org.tipline.account.Editor;
import org.tipline.account.Editors;
import org.tipline.account.Role;

/** Gives a tip to somebody else: a colleague, or another desk. */
@Service
@Transactional
public class Handover {

  private final ActOnTip acts;
  private final Editors editors;
  private final Desks desks;
  private final ApplicationEventPublisher events;
  private final Clock clock;

  Handover(
      ActOnTip acts, Editors editors, Desks desks, ApplicationEventPublisher events, Clock clock) {
    this.acts = acts;
    this.editors = editors;
    this.desks = desks;
    this.events = events;
    this.clock = clock;
  }

  /**
   * Makes the tip a colleague's, whoever held it before, and tells them.
   *
   * @throws StaleTip when it has changed since
   * @throws BadDecision when there is no such editor
   */
  public void assign(Act act, UUID to) {
    var editor = editors.find(to).filter(Handover::canWork).orElseThrow(Handover::nobody);
    var tip = acts.tip(act.reference());
    var handed =
        acts.carryOut(
            act, tip, "assigned", "to " + editor.name(), it -> it.assign(to, clock.instant()));
    if (handed && !to.equals(act.editor())) {
      events.publishEvent(new EditorAsked(tip.id(), to, act.editor(), EditorAsked.Why.ASSIGNED));
    }
  }

  /**
   * Moves the tip to another desk, whose editors are told.
   *
   * @throws StaleTip when it has changed since
   * @throws BadDecision when there is no such desk, or it is there already
   */
  public void move(Act act, String slug) {
    var desk = desks.find(slug).orElseThrow(() -> new BadDecision("Pick one of the desks."));
    var tip = acts.tip(act.reference());
    var from = desks.all().stream().filter(each -> each.id().equals(tip.deskId())).findFirst();
    var moved =
        acts.carryOut(
            act,
            tip,
            "moved",
            "from " + from.map(Desk::name).orElse("") + " to " + desk.name(),
            it -> moveTo(it, desk));
    if (moved) {
      events.publishEvent(new TipMoved(tip.id(), desk.id()));
    }
  }

  private static void moveTo(Tip tip, Desk desk) {
    if (tip.deskId().equals(desk.id())) {
      throw new BadDecision("It is at " + desk.name() + " already.");
    }
    tip.moveTo(desk.id());
  }

  private static boolean canWork(Editor editor) {
    return editor.enabled() && editor.roles().contains(Role.EDITOR);
  }

  private static BadDecision nobody() {
    return new BadDecision("Pick one of the editors.");
  }
}
