package org.tipline.triage;

/** There is no such desk, or not for the editor who asks. */
class UnknownDesk extends Refused {

  UnknownDesk() {
    super("desk.problem.desk");
  }
}
