package org.tipline.moderation;

/** A cursor we did not make: the caller's mistake, answered 400. */
public class BadCursor extends RuntimeException {

  public BadCursor() {
    super("This page mark is not one of ours; start again from the first page.");
  }
}
