package org.tipline.intake;

/** How the door took a delivery: for the reader all but the last mean received. */
public enum Acceptance {
  NEW,
  REPEAT,
  /** On disk here until the database is back; only then a repeat is told from a new one. */
  SPOOLED,
  /** Not kept: under its key is something else, see {@link org.tipline.channel.RetypedChannel}. */
  OTHER
}
