package org.tipline.intake;

/** How the door took a delivery: for the reader both mean received. */
public enum Acceptance {
  NEW,
  REPEAT
}
