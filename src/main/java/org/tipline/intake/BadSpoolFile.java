package org.tipline.intake;

/** A file in the spool that is no delivery, or no longer one; the message says so in words. */
class BadSpoolFile extends Exception {

  BadSpoolFile(String reason) {
    super(reason);
  }
}
