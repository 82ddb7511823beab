package org.tipline.channel;

/**
 * A channel on which something else can come under a key that was used: a reader goes back to a
 * form that was sent, changes its words and sends it once more. No provider does that.
 */
public interface RetypedChannel extends Channel {

  /**
   * Whether {@code again} says nothing that {@code kept}, under the same key, does not say. Pure.
   */
  boolean isRepeat(Delivery kept, Delivery again);
}
