package org.tipline.intake;

/** How the door took a delivery: for the reader all of them mean received. */
public enum Acceptance {
  NEW,
  REPEAT,
  /** On disk here until the database is back; only then a repeat is told from a new one. */
  SPOOLED
}
