package org.tipline.channel;

/** A request that no provider of this channel makes; {@code status} is the HTTP answer, 4xx. */
public class UnacceptableDelivery extends Exception {

  private final int status;

  public UnacceptableDelivery(int status, String reason) {
    super(reason);
    this.status = status;
  }

  public int status() {
    return status;
  }
}
