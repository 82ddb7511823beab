package org.tipline.triage;

/** A form of which a part is missing or cannot be read. */
class Unwhole extends Refused {

  Unwhole() {
    super("desk.problem.whole");
  }
}
