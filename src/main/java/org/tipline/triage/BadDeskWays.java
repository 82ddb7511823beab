package org.tipline.triage;

/** A desk cannot work like that. */
class BadDeskWays extends Refused {

  BadDeskWays(String key, Object... values) {
    super(key, values);
  }
}
