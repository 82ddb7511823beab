package org.tipline.triage;

/** A desk cannot work like that; the message says what to do. */
class BadDeskWays extends RuntimeException {

  BadDeskWays(String message) {
    super(message);
  }
}
