package org.tipline.triage;

import org.springframework.context.MessageSourceResolvable;

/** A view cannot be kept like that; what to do stands under its key. */
class BadView extends RuntimeException implements MessageSourceResolvable {

  private final transient Object[] values;

  BadView(String key, Object... values) {
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
