package org.tipline.triage;

/** A view cannot be kept like that. */
class BadView extends Refused {

  BadView(String key, Object... values) {
    super(key, values);
  }
}
