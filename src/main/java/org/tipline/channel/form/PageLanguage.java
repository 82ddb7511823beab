package org.tipline.channel.form;

import java.util.Locale;

/** A language of the public pages: its code, and its name in itself. */
record PageLanguage(String code, String name) {

  static PageLanguage of(Locale locale) {
    return new PageLanguage(locale.getLanguage(), locale.getDisplayLanguage(locale));
  }
}
