package org.tipline.channel;

/**
 * Somebody else than the provider, or the provider for somebody else: refused, counted, not kept.
 */
public class ForgedDelivery extends Exception {

  public ForgedDelivery(String reason) {
    super(reason);
  }
}
