package org.tipline.channel;

import org.jspecify.annotations.Nullable;

/**
 * One delivery that its provider does not give out now, though it may give out others; asking again
 * later is right.
 */
public class DeliveryUnavailable extends Exception {

  /**
   * @param reason a sentence for the administrator, without the reader's words
   */
  public DeliveryUnavailable(String reason, @Nullable Throwable cause) {
    super(reason, cause);
  }
}
