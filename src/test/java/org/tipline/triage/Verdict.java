package org.tipline.triage;

import org.tipline.account.SeatRole;

/** Who may use a route. */
enum Verdict {
  /** Everybody; what there is to prove there is proved elsewhere. */
  PUBLIC,
  /** Whoever is signed in, about themselves. */
  SIGNED_IN,
  /** Programs, by their token. */
  PROGRAM,
  /** Administrators. */
  ADMIN,
  /** Whoever comes to the desk; it answers by what they see, or leads to a page that does. */
  OWN,
  /** Whoever works at some desk; what is selected of other desks is told like what is not there. */
  SELECTION,
  /** Whoever sees the desk of what it names. */
  READ,
  /** Whoever works there. */
  WORK,
  /** Whoever leads it. */
  LEAD;

  boolean lets(SeatRole role) {
    return switch (this) {
      case OWN, READ -> true;
      case SELECTION, WORK -> role.isWorking();
      case LEAD -> role.isLeading();
      case PUBLIC, SIGNED_IN, PROGRAM, ADMIN ->
          throw new IllegalStateException("no seat decides about it");
    };
  }

  /** Whether it names something that is at a desk. */
  boolean isAboutOneDesk() {
    return this == READ || this == WORK || this == LEAD;
  }

  boolean isOfTheDesk() {
    return isAboutOneDesk() || this == OWN || this == SELECTION;
  }
}
