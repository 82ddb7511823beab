package org.tipline.triage;

import org.springframework.context.MessageSourceResolvable;

/** No tip has this file, or its bytes are not here. */
class UnknownFile extends RuntimeException implements MessageSourceResolvable {

  private static final String KEY = "desk.problem.file";

  UnknownFile() {
    super(KEY);
  }

  @Override
  public String[] getCodes() {
    return new String[] {KEY};
  }
}
