package org.tipline.account;

/**
 * Who sees a desk may not do that there; the message says who can change it. What they do not even
 * see is answered as unknown instead.
 */
public class SeatForbids extends RuntimeException {

  public SeatForbids(String message) {
    super(message);
  }
}
