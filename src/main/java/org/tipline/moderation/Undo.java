package org.tipline.moderation;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.tipline.account.Seats;

/**
 * Takes an act back while it is fresh: the tip is again what it was, and both are in its history.
 */
@Service
@Transactional
public class Undo {

  private final ActOnTip acts;
  private final ActsDone done;
  private final Tips tips;
  private final TipTimes times;
  private final ModerationSettings settings;
  private final Clock clock;

  Undo(
      ActOnTip acts,
      ActsDone done,
      Tips tips,
      TipTimes times,
      ModerationSettings settings,
      Clock clock) {
    this.acts = acts;
    this.done = done;
    this.tips = tips;
    this.times = times;
    this.settings = settings;
    this.clock = clock;
  }

  /**
   * Undoes an act of the editor's own on every tip that nobody has touched since, if they still
   * work where it was: also what they have moved out of their own sight.
   *
   * @return what became of it
   * @throws TooLate when it is too old
   */
  public Undone undo(UUID act, Seats me) {
    var since = clock.instant().minus(settings.standsAfter());
    var fresh =
        done.undo(act, me.editor(), since).stream()
            .filter(each -> me.worksAt(each.before().deskId()))
            .toList();
    return fresh.isEmpty() ? undoneBefore(act, me.editor()) : restore(fresh, me.editor());
  }

  /** The button was pressed twice. */
  private Undone undoneBefore(UUID act, UUID editor) {
    var before = done.undone(act, editor);
    if (before.isEmpty()) {
      throw new TooLate();
    }
    return new Undone(
        before.stream().map(id -> tips.findById(id).orElseThrow().reference()).toList(), List.of());
  }

  private Undone restore(List<ActsDone.Done> all, UUID editor) {
    var undone = new ArrayList<String>();
    var touched = new ArrayList<String>();
    for (var each : all) {
      var tip = tips.findById(each.tip()).orElseThrow();
      (restore(tip, each, editor) ? undone : touched).add(tip.reference());
    }
    return new Undone(undone, touched);
  }

  private boolean restore(Tip tip, ActsDone.Done each, UUID editor) {
    if (tip.version() != each.version()) {
      return false;
    }
    var desk = tip.deskId();
    tips.separate(tip);
    tip.restore(each.before());
    acts.keep(tip, desk);
    times.undecide(tip.id(), each.at());
    acts.record(tip, editor, "undid", each.action());
    return true;
  }

  /**
   * What became of an undo.
   *
   * @param undone references of the tips that are what they were
   * @param touched references of those that somebody has changed since, and that stay
   */
  public record Undone(List<String> undone, List<String> touched) {}
}
