package org.tipline.moderation;

/** A decision that cannot be carried out; the message says what to do. */
public class BadDecision extends RuntimeException {

  public BadDecision(String message) {
    super(message);
  }
}
