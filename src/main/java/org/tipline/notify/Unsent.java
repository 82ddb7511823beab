package org.tipline.notify;

/** Notices that did not get out, or nobody knows. */
class Unsent extends RuntimeException {

  static final String MAY_HAVE_ARRIVED =
      "mail: the server broke off before it said that it has it; it may have arrived";

  /** What is to be done. */
  enum Then {
    /** Nobody was told: it may be different later. */
    TRY_AGAIN,
    /** Whoever was to be told may have been, so they are told once more and not for ever. */
    TELL_ONCE_MORE,
    /** Trying again is of no use. */
    GIVE_UP
  }

  private final Then then;

  Unsent(String reason, Then then, Throwable cause) {
    super(reason, cause);
    this.then = then;
  }

  Then then() {
    return then;
  }
}
