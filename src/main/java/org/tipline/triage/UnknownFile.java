package org.tipline.triage;

/** No tip has this file, or its bytes are not here. */
class UnknownFile extends Refused {

  UnknownFile() {
    super("desk.problem.file");
  }
}
