package org.tipline.account;

/** Settings that would leave a door open or nobody with a key: the application refuses to start. */
class BadAccountSettings extends RuntimeException {

  /** {@code message} says which key to set, and how; never its value. */
  BadAccountSettings(String message) {
    super(message);
  }
}
