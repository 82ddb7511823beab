package org.tipline.moderation;

import java.time.Clock;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.tipline.account.SeatForbids;
import org.tipline.account.Seats;

/**
 * How every act goes: the tip is locked, a form that comes again changes nothing more, a page that
 * is out of date is told so, and what was before is kept beside the line of history.
 */
@Component
@Transactional(propagation = Propagation.MANDATORY)
class ActOnTip {

  private final Tips tips;
  private final ActsDone done;
  private final MergedTips merged;
  private final History history;
  private final TipTimes times;
  private final ApplicationEventPublisher events;
  private final Clock clock;

  ActOnTip(
      Tips tips,
      ActsDone done,
      MergedTips merged,
      History history,
      TipTimes times,
      ApplicationEventPublisher events,
      Clock clock) {
    this.tips = tips;
    this.done = done;
    this.merged = merged;
    this.history = history;
    this.times = times;
    this.events = events;
    this.clock = clock;
  }

  /**
   * The tip, locked until the transaction ends.
   *
   * @throws UnknownTip when it is not there, or not for them
   * @throws SeatForbids when they only read
   */
  Tip tip(Seats me, String reference) {
    return open(me, find(reference), reference);
  }

  /** Also one that the very same act has taken out of the editor's sight: its form came twice. */
  Tip tip(Act act) {
    var found = find(act.reference());
    return found
        .filter(tip -> done.has(act, tip.id()))
        .orElseGet(() -> open(act.by(), found, act.reference()));
  }

  private Optional<Tip> find(String reference) {
    return Reference.parse(reference).flatMap(known -> tips.findByReference(known.symbols()));
  }

  private static Tip open(Seats me, Optional<Tip> found, String reference) {
    var tip = found.filter(it -> me.sees(it.deskId())).orElseThrow(() -> new UnknownTip(reference));
    me.requireWork(tip.deskId());
    return tip;
  }

  /** False when the act had been carried out before. */
  boolean carryOut(Act act, String action, @Nullable String detail, Consumer<Tip> change) {
    return carryOut(act, tip(act), action, detail, change);
  }

  boolean carryOut(Act act, Tip tip, String action, @Nullable String detail, Consumer<Tip> change) {
    if (done.has(act, tip.id())) {
      return false;
    }
    requireFresh(tip, act.version());
    var before = tip.remember();
    change.accept(tip);
    keep(tip, before.deskId());
    done.add(act, tip, before, action, clock.instant());
    record(tip, act.editor(), action, detail);
    return true;
  }

  /** What is merged into a tip goes where it goes, and the desk it was at is told. */
  void keep(Tip tip, UUID before) {
    tips.saveAndFlush(tip);
    if (!tip.deskId().equals(before)) {
      merged.follow(tip);
      events.publishEvent(new TipLeft(tip.id(), before));
    }
  }

  void requireFresh(Tip tip, long version) {
    if (tip.version() != version) {
      throw new StaleTip(history.latest(tip.id(), clock.instant()));
    }
  }

  void record(Tip tip, @Nullable UUID editor, String action, @Nullable String detail) {
    times.follow(tip);
    if (editor != null) {
      times.touch(tip.id(), Decision.DECIDING.contains(action));
    }
    var origin = editor == null ? Origin.RULE : Origin.ofEditors();
    history.add(tip.id(), origin, editor, action, detail);
    events.publishEvent(new TipChanged(tip.id()));
  }
}
