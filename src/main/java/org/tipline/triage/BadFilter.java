package org.tipline.triage;

import org.springframework.context.MessageSourceResolvable;

/** The address bar asks for a list that cannot be; what to do stands under its key. */
class BadFilter extends RuntimeException implements MessageSourceResolvable {

  private final transient Object[] values;

  BadFilter(String key, Object... values) {
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
