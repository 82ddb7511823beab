package org.tipline.notify;

/** Notices that did not get out; {@link #isFinal} when trying again is of no use. */
class Unsent extends RuntimeException {

  private final boolean isFinal;

  Unsent(String reason, boolean isFinal, Throwable cause) {
    super(reason, cause);
    this.isFinal = isFinal;
  }

  boolean isFinal() {
    return isFinal;
  }
}
