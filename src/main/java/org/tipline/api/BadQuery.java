package org.tipline.api;

/** The caller asks for what cannot be; the message says what would be right. */
class BadQuery extends RuntimeException {

  BadQuery(String message) {
    super(message);
  }
}
