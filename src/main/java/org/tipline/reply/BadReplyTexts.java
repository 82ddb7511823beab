package org.tipline.reply;

/** A text for readers that cannot be sent as it is: the application refuses to start. */
class BadReplyTexts extends RuntimeException {

  /** {@code message} names the key and says what to do. */
  BadReplyTexts(String message) {
    super(message);
  }
}
