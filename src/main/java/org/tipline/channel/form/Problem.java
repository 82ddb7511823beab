package org.tipline.channel.form;

import java.util.List;

/**
 * Something the reader can put right.
 *
 * @param field the name of the field it is about
 * @param message key of the sentence that says what to do
 */
record Problem(String field, String message, List<Object> arguments) {

  static Problem of(String field, String message, Object... arguments) {
    return new Problem(field, message, List.of(arguments));
  }

  @Override
  public String toString() {
    return "Problem[" + message + "]";
  }
}
