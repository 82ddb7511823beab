package org.tipline.triage;

/** The reply box sent something that cannot go like this; the message says what to do. */
class BadReply extends RuntimeException {

  BadReply(String message) {
    super(message);
  }
}
