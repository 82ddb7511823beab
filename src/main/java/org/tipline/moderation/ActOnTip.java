package org.tipline.moderation;

import java.time.Clock;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * How every act goes: the tip is locked, a form that comes again changes nothing more, a page that
 * is out of date is told so, and what was before is kept beside the line of history.
 */
@Component
@Transactional(propagation = Propagation.MANDATORY)
class ActOnTip {

  private final Tips tips;
  private final ActsDone done;
  private final History history;
  private final ApplicationEventPublisher events;
  private final Clock clock;

  ActOnTip(
      Tips tips, ActsDone done, History history, ApplicationEventPublisher events, Clock clock) {
    this.tips = tips;
    this.done = done;
    this.history = history;
    this.events = events;
    this.clock = clock;
  }

  /** The tip, locked until the transaction ends. */
  Tip tip(String reference) {
    return Reference.parse(reference)
        .flatMap(known -> tips.findByReference(known.symbols()))
        .orElseThrow(() -> new UnknownTip(reference));
  }

  /** False when the act had been carried out before. */
  boolean carryOut(Act act, String action, @Nullable String detail, Consumer<Tip> change) {
    return carryOut(act, tip(act.reference()), action, detail, change);
  }

  boolean carryOut(Act act, Tip tip, String action, @Nullable String detail, Consumer<Tip> change) {
    if (done.has(act.id(), tip.id())) {
      return false;
    }
    requireFresh(tip, act.version());
    var before = tip.remember();
    change.accept(tip);
    tips.saveAndFlush(tip);
    done.add(act, tip, before, action, clock.instant());
    record(tip, act.editor(), action, detail);
    return true;
  }

  void requireFresh(Tip tip, long version) {
    if (tip.version() != version) {
      throw new StaleTip(history.latest(tip.id(), clock.instant()));
    }
  }

  void record(Tip tip, @Nullable UUID editor, String action, @Nullable String detail) {
    history.add(tip.id(), editor, action, detail);
    events.publishEvent(new TipChanged(tip.id()));
  }
}
