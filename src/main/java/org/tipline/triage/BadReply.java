package org.tipline.triage;

import org.springframework.context.MessageSourceResolvable;

/** The reply box sent something that cannot go like this; what to do stands under its key. */
class BadReply extends RuntimeException implements MessageSourceResolvable {

  private final transient Object[] values;

  BadReply(String key, Object... values) {
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
