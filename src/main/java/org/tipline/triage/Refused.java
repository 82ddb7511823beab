package org.tipline.triage;

import org.springframework.context.MessageSourceResolvable;

/** What an editor asked for cannot be; what to do stands under its key. */
abstract class Refused extends RuntimeException implements MessageSourceResolvable {

  private final transient Object[] values;

  Refused(String key, Object... values) {
    super(key);
    this.values = values;
  }

  @Override
  public String[] getCodes() {
    return new String[] {String.valueOf(getMessage())};
  }

  @Override
  public Object[] getArguments() {
    return values;
  }
}
