package org.tipline.moderation;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.stereotype.Service;
import org.tipline.account.SeatForbids;

/**
 * The same act on many tips, each in a transaction of its own: one tip that a colleague has just
 * changed does not hold up the other 499, and it is named.
 */
@Service
public class Bulk {

  /** So many tips at once. */
  public static final int MOST = 500;

  private final Merges merges;

  Bulk(Merges merges) {
    this.merges = merges;
  }

  /**
   * Acts on every tip it can.
   *
   * @param acts with the same id, one a tip, at most 500
   * @throws BadDecision when there are none or too many
   */
  public Outcome each(List<Act> acts, Consumer<Act> one) {
    if (acts.isEmpty() || acts.size() > MOST) {
      throw new BadDecision("Select tips first, at most " + MOST + ".");
    }
    var failed = new ArrayList<String>();
    for (var act : acts) {
      try {
        carryOut(act, one);
      } catch (StaleTip | TipTaken | BadDecision | UnknownTip | SeatForbids problem) {
        failed.add(act.reference() + ": " + problem.getMessage());
      } catch (ConcurrencyFailureException faster) {
        failed.add(act.reference() + ": A colleague was faster.");
      }
    }
    return new Outcome(acts.size() - failed.size(), failed);
  }

  private static void carryOut(Act act, Consumer<Act> one) {
    Origin.inBulk(
        () -> {
          one.accept(act);
          return null;
        });
  }

  /** Makes one tip of all that are selected; see {@link Merges#merge}. */
  public String merge(List<Act> picked) {
    return Origin.inBulk(() -> merges.merge(picked));
  }

  /**
   * What became of a bulk act.
   *
   * @param failed one sentence for each tip that stays as it was
   */
  public record Outcome(int done, List<String> failed) {}
}
