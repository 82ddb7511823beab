package org.tipline.demo;

/** The newsroom did not take what a made-up reader sent; the message says why, in words. */
class NotTaken extends RuntimeException {

  NotTaken(String message) {
    super(message);
  }
}
