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
    return mine || tip.claimedById() == null ? offer(tip, mine) : Offer.NOTHING;
  }

  /** Repeating a decision settles new activity. */
  private static Offer offer(TipRow tip, boolean mine) {
    var fresh = tip.newActivity();
    return switch (tip.state()) {
      case WAITING -> new Offer(true, true, true, false, false, mine);
      case ACCEPTED -> new Offer(fresh, true, false, true, true, mine);
      case REJECTED -> new Offer(false, fresh, false, false, true, mine);
      case PUBLISHED -> new Offer(false, false, false, fresh, true, mine);
      case SPAM -> new Offer(false, false, false, false, true, mine);
      case MERGED -> Offer.NOTHING;
    };
  }

  /**
   * One flag a button.
   *
   * @param mine null: a colleague is on it, or there is nothing to do
   */
  record Offer(
      boolean accept,
      boolean reject,
      boolean spam,
      boolean publish,
      boolean reopen,
      @Nullable Boolean mine) {

    static final Offer NOTHING = new Offer(false, false, false, false, false, null);

    public boolean take() {
      return Boolean.FALSE.equals(mine);
    }

    public boolean letGo() {
      return Boolean.TRUE.equals(mine);
    }
  }
}
