package org.tipline.moderation;

/** An act that cannot be undone any more. */
public class TooLate extends RuntimeException {

  public TooLate() {
    super("It is too late to undo this; open the tip and decide anew.");
  }
}
