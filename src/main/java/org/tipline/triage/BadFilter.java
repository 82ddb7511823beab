package org.tipline.triage;

/** The address bar asks for a list that cannot be; the message says what to do. */
class BadFilter extends RuntimeException {

  BadFilter(String message) {
    super(message);
  }
}
