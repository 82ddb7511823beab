package org.tipline.channel;

/** A setting of the newsroom that means nothing: the application refuses to start. */
class BadNewsroomPlace extends RuntimeException {

  /** {@code key} is under {@code tipline.newsroom}, {@code wanted} says what to set it to. */
  BadNewsroomPlace(String key, String value, String wanted) {
    super("Set tipline.newsroom." + key + " to " + wanted + "; it is \"" + value + "\".");
  }
}
