package org.tipline.moderation;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.tipline.account.Editors;
import org.tipline.account.Seats;

/** What editors do with a tip; every act is one transaction and one line of history. */
@Service
@Transactional
public class Moderation {

  private static final Duration LONGEST_SNOOZE = Duration.ofDays(92);

  private final ActOnTip acts;
  private final Editors editors;
  private final Clock clock;

  Moderation(ActOnTip acts, Editors editors, Clock clock) {
    this.acts = acts;
    this.editors = editors;
    this.clock = clock;
  }

  /**
   * Takes the tip; repeating the claim one holds changes nothing.
   *
   * @throws TipTaken when a colleague holds it
   */
  public void claim(String reference, Seats me) {
    var tip = acts.tip(me, reference);
    if (tip.claim(me.editor(), clock.instant(), this::name)) {
      acts.record(tip, me.editor(), "claimed", null);
    }
  }

  /** Lets go of one's own claim; without one it changes nothing. */
  public void release(String reference, Seats me) {
    var tip = acts.tip(me, reference);
    if (tip.release(me.editor())) {
      acts.record(tip, me.editor(), "released", null);
    }
  }

  /** {@link #decide(Act, Decision)} for a form that cannot come twice. */
  public void decide(String reference, Seats me, long version, Decision decision) {
    decide(Act.of(me, reference, version), decision);
  }

  /**
   * Decides, if the tip still is as the editor saw it.
   *
   * @throws StaleTip when it has changed since
   * @throws TipTaken when a colleague holds it
   * @throws BadDecision when the tip's state does not allow it
   */
  public void decide(Act act, Decision decision) {
    acts.carryOut(
        act,
        decision.inWords(),
        decision.detail(),
        tip -> tip.decide(act.editor(), decision, clock.instant(), this::name));
  }

  /**
   * Decides what a colleague has just decided otherwise: reopens first, and both are in the
   * history.
   *
   * @throws StaleTip when it has changed once more
   * @throws TipTaken when a colleague holds it
   */
  public void overrule(Act act, Decision decision) {
    var tip = acts.tip(act);
    acts.carryOut(
        act,
        tip,
        decision.inWords(),
        decision.detail(),
        stale -> {
          if (!stale.isOpen()) {
            stale.decide(act.editor(), new Decision.Reopen(), clock.instant(), this::name);
            acts.record(stale, act.editor(), "reopened", null);
          }
          stale.decide(act.editor(), decision, clock.instant(), this::name);
        });
  }

  /**
   * Puts the tip off.
   *
   * @param until when it waits again, at most three months ahead; null: when its reader writes
   * @throws BadDecision when it does not wait, or for a time that is past or too far
   */
  public void snooze(Act act, @Nullable Instant until) {
    if (until != null && !isSoon(until)) {
      throw new BadDecision("Put it off to a time from now on, within the next three months.");
    }
    acts.carryOut(
        act,
        "put off",
        until == null ? "until the reader writes" : null,
        tip -> tip.snooze(act.editor(), until, clock.instant(), this::name));
  }

  private boolean isSoon(Instant until) {
    var now = clock.instant();
    return until.isAfter(now) && until.isBefore(now.plus(LONGEST_SNOOZE));
  }

  private String name(UUID editor) {
    return editors.find(editor).orElseThrow().name();
  }
}
