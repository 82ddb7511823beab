package org.tipline.insights;

/** Days nobody can look back at; the message says which can be. */
public class BadPeriod extends RuntimeException {

  BadPeriod(String message) {
    super(message);
  }
}
