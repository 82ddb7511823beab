package org.tipline.account;

/** What a person may do at a desk they sit at; each may do what those before it may. */
public enum SeatRole {
  /** Reads the desk's tips. */
  VIEWER,
  /** Works on them. */
  EDITOR,
  /** Says how the desk works and who sits there. */
  LEAD;

  public boolean isWorking() {
    return this != VIEWER;
  }

  public boolean isLeading() {
    return this == LEAD;
  }
}
