package org.tipline.triage;

/** The reply box sent something that cannot go like this. */
class BadReply extends Refused {

  BadReply(String key, Object... values) {
    super(key, values);
  }
}
