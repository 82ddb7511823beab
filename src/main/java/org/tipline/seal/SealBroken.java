package org.tipline.seal;

/** A sealed value that does not open: wrong key, wrong place, or changed. Never wrong plaintext. */
public class SealBroken extends RuntimeException {

  public SealBroken(String message, Throwable cause) {
    super(message, cause);
  }
}
