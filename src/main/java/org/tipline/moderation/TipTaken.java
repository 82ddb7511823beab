package org.tipline.moderation;

/** A colleague holds the tip. */
public class TipTaken extends RuntimeException {

  public TipTaken(String editor) {
    super(editor + " is on this tip.");
  }
}
