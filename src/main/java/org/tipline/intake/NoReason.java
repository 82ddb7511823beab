package org.tipline.intake;

/** Nobody sees a delivery's bytes without saying why; the message says so. */
public class NoReason extends RuntimeException {

  NoReason() {
    super("Say in 1 to 500 characters why you need the raw bytes; it is written down first.");
  }
}
