package org.tipline.triage;

/** No tip has this file, or its bytes are not here. */
class UnknownFile extends RuntimeException {

  UnknownFile() {
    super("This file is not here: it may still be on its way, or it was lost at the provider.");
  }
}
