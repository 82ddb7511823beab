package org.tipline.moderation;

/** No tip has this reference. */
public class UnknownTip extends RuntimeException {

  public UnknownTip(String reference) {
    super("No tip has the reference " + reference + ".");
  }
}
