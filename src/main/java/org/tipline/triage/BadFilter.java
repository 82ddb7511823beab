package org.tipline.triage;

/** The address bar asks for a list that cannot be. */
class BadFilter extends Refused {

  BadFilter(String key, Object... values) {
    super(key, values);
  }
}
