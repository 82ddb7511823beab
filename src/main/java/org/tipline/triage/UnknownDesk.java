package org.tipline.triage;

/** There is no such desk, or not for the editor who asks. */
class UnknownDesk extends RuntimeException {

  UnknownDesk() {
    super("There is no such desk.");
  }
}
