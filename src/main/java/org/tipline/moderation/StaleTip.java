package org.tipline.moderation;

/** The tip changed after the editor's page was made; the message says who did what, and when. */
public class StaleTip extends RuntimeException {

  public StaleTip(String latest) {
    super(latest);
  }
}
