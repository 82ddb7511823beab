package org.tipline.channel;

/** A stored delivery of which nothing can be made: parked for a person, and replayable. */
public class UnreadableDelivery extends Exception {

  /** {@code reason} is shown to the administrator: a sentence without the reader's words. */
  public UnreadableDelivery(String reason) {
    super(reason);
  }

  public UnreadableDelivery(String reason, Throwable cause) {
    super(reason, cause);
  }
}
