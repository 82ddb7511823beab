package org.tipline.triage;

/** A form of which a part is missing or cannot be read. */
class Unwhole extends RuntimeException {

  Unwhole() {
    super("The form did not arrive whole; open the tip again and repeat it.");
  }
}
