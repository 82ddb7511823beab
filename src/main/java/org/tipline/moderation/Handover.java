package org.tipline.moderation;

import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.tipline.account.Desk;
import org.tipline.account.Desks;
import org.tipline.account.Editors;
import org.tipline.account.Seating;

/** Gives a tip to somebody else: a colleague, or another desk. */
@Service
@Transactional
public class Handover {

  private final ActOnTip acts;
  private final Editors editors;
  private final Desks desks;
  private final Seating seating;
  private final ApplicationEventPublisher events;
  private final Clock clock;

  Handover(
      ActOnTip acts,
      Editors editors,
      Desks desks,
      Seating seating,
      ApplicationEventPublisher events,
      Clock clock) {
    this.acts = acts;
    this.editors = editors;
    this.desks = desks;
    this.seating = seating;
    this.events = events;
    this.clock = clock;
  }

  /**
   * Makes the tip a colleague's, whoever held it before, and tells them.
   *
   * @throws StaleTip when it has changed since
   * @throws BadDecision when nobody of that id works at the tip's desk
   */
  public void assign(Act act, UUID to) {
    var tip = acts.tip(act);
    var editor =
        editors
            .find(to)
            .filter(each -> seating.worksAt(each.id(), tip.deskId()))
            .orElseThrow(Handover::nobody);
    var handed =
        acts.carryOut(
            act, tip, "assigned", "to " + editor.name(), it -> it.assign(to, clock.instant()));
    if (handed && !to.equals(act.editor())) {
      events.publishEvent(
          new EditorsAsked(tip.id(), List.of(to), act.editor(), EditorsAsked.Why.ASSIGNED));
    }
  }

  /**
   * Moves the tip to another desk, whose editors are told; the mover need not sit there.
   *
   * @throws StaleTip when it has changed since
   * @throws BadDecision when there is no such desk, or it is there already
   */
  public void move(Act act, String slug) {
    var tip = acts.tip(act);
    var desk = desks.find(slug).orElseThrow(() -> new BadDecision("Pick one of the desks."));
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

  private void moveTo(Tip tip, Desk desk) {
    if (tip.deskId().equals(desk.id())) {
      throw new BadDecision("It is at " + desk.name() + " already.");
    }
    tip.moveTo(desk.id());
    letGo(tip);
  }

  /** Of who does not work at the tip's new desk: nobody there could take it on. */
  private void letGo(Tip tip) {
    var holder = tip.claimedBy();
    if (holder != null && !seating.worksAt(holder, tip.deskId())) {
      tip.release(holder);
    }
  }

  private static BadDecision nobody() {
    return new BadDecision("Pick one of the editors.");
  }
}
