package org.tipline.reply;

/** A reply that cannot be written; the message says why, and what works instead. */
public class CannotReply extends RuntimeException {

  public CannotReply(String message) {
    super(message);
  }
}
