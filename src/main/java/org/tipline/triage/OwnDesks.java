package org.tipline.triage;

import org.springframework.stereotype.Component;
import org.tipline.account.Desk;
import org.tipline.account.Desks;
import org.tipline.account.Seats;

/** The desks an editor sees, by their short names; any other is unknown. */
@Component
class OwnDesks {

  private final Desks desks;

  OwnDesks(Desks desks) {
    this.desks = desks;
  }

  Desk find(String slug, Seats me) {
    return desks.find(slug).filter(desk -> me.sees(desk.id())).orElseThrow(UnknownDesk::new);
  }

  /** One the editor leads. */
  Desk led(String slug, Seats me) {
    var desk = find(slug, me);
    me.requireLead(desk.id());
    return desk;
  }
}
