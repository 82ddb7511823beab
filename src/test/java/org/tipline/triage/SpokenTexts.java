package org.tipline.triage;

import java.util.Locale;
import org.springframework.context.support.ResourceBundleMessageSource;

/** The desk's texts in one language, where no request says which. */
final class SpokenTexts {

  private SpokenTexts() {}

  static Texts in(String language) {
    var source = new ResourceBundleMessageSource();
    source.setBasename("words/desk");
    source.setDefaultEncoding("UTF-8");
    source.setFallbackToSystemLocale(false);
    return new Texts(source) {
      @Override
      Locale language() {
        return Locale.of(language);
      }
    };
  }
}
