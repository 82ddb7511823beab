package org.tipline.moderation;

/** The tip changed after the editor's page was made; {@link #latest} says how. */
public class StaleTip extends RuntimeException {

  private final String latest;

  public StaleTip(String latest) {
    super("This tip has changed since you opened it: " + latest);
    this.latest = latest;
  }

  /** The newest line of its history, in words. */
  public String latest() {
    return latest;
  }
}
