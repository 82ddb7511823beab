package org.tipline.triage;

import org.springframework.context.MessageSourceResolvable;

/** There is no such desk, or not for the editor who asks. */
class UnknownDesk extends RuntimeException implements MessageSourceResolvable {

  private static final String KEY = "desk.problem.desk";

  UnknownDesk() {
    super(KEY);
  }

  @Override
  public String[] getCodes() {
    return new String[] {KEY};
  }
}
