package org.tipline.triage;

/** As many live pages are open as we carry. */
class TooManyStreams extends RuntimeException {

  TooManyStreams() {
    super("too many live pages are open");
  }
}
