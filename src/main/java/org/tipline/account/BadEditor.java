package org.tipline.account;

/** An editor who cannot be kept as asked; the message says what to do. */
public class BadEditor extends RuntimeException {

  public BadEditor(String message) {
    super(message);
  }
}
