package org.tipline.triage;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.tipline.moderation.TipRow;

/** What the buttons under a tip offer; whether it may be done is moderation's to say. */
@Component("acts")
class Acts {

  private final Me me;

  Acts(Me me) {
    this.me = me;
  }

  public Offer on(TipRow tip) {
    var mine = tip.claimedById() != null && tip.claimedById().equals(me.id());
    return mine || tip.claimedById() == null ? offer(tip, mine) : Offer.TAKEN;
  }

  /** Repeating a decision settles new activity. */
  private static Offer offer(TipRow tip, boolean mine) {
    var fresh = tip.newActivity();
    var waits = tip.queuedAt() != null;
    return switch (tip.state()) {
      case WAITING -> new Offer(true, true, true, false, false, waits, true, mine);
      case ACCEPTED -> new Offer(fresh, true, false, true, true, waits, true, mine);
      case REJECTED -> new Offer(false, fresh, false, false, true, waits, true, mine);
      case PUBLISHED -> new Offer(false, false, false, fresh, true, waits, true, mine);
      case SPAM -> new Offer(false, false, false, false, true, false, true, mine);
      case MERGED -> Offer.NOTHING;
    };
  }

  /**
   * One flag a button.
   *
   * @param give to a colleague or another desk
   * @param mine null: a colleague is on it, or there is nothing to do
   */
  record Offer(
      boolean accept,
      boolean reject,
      boolean spam,
      boolean publish,
      boolean reopen,
      boolean snooze,
      boolean give,
      @Nullable Boolean mine) {

    static final Offer NOTHING = new Offer(false, false, false, false, false, false, false, null);

    /** A colleague is on it: it can still be handed to somebody else. */
    static final Offer TAKEN = new Offer(false, false, false, false, false, false, true, null);

    public boolean take() {
      return Boolean.FALSE.equals(mine);
    }

    public boolean letGo() {
      return Boolean.TRUE.equals(mine);
    }
  }
}
