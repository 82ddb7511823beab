package org.tipline.triage;

import org.springframework.context.MessageSourceResolvable;

/** A form of which a part is missing or cannot be read. */
class Unwhole extends RuntimeException implements MessageSourceResolvable {

  private static final String KEY = "desk.problem.whole";

  Unwhole() {
    super(KEY);
  }

  @Override
  public String[] getCodes() {
    return new String[] {KEY};
  }
}
