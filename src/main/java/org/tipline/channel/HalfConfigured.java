package org.tipline.channel;

/** Settings that name a channel but do not make one: the application refuses to start. */
public class HalfConfigured extends RuntimeException {

  /** {@code missingKey} is the property to set, {@code because} the one that asks for it. */
  public HalfConfigured(String missingKey, String because) {
    super("Set " + missingKey + ", or remove " + because + ", which needs it.");
  }
}
