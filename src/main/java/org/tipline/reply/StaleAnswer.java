package org.tipline.reply;

/** An answer was written on what is no longer the whole story; the message says what to look at. */
public class StaleAnswer extends RuntimeException {

  StaleAnswer(String message) {
    super(message);
  }
}
