package org.tipline.account;

/** A token that cannot be made as asked; the message says what to do. */
public class BadApiToken extends RuntimeException {

  BadApiToken(String message) {
    super(message);
  }
}
