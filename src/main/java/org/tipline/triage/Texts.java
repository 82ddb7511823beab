package org.tipline.triage;

import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.context.MessageSourceResolvable;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/** What the desk says, in the language of the editor the page is made for. */
@Component("texts")
class Texts {

  private final MessageSource messages;

  Texts(MessageSource messages) {
    this.messages = messages;
  }

  public String of(String key, Object... values) {
    return messages.getMessage(key, values, language());
  }

  /** What a refusal says. */
  String of(MessageSourceResolvable refusal) {
    return messages.getMessage(refusal, language());
  }

  /** Nothing where nobody has written it yet. */
  Optional<String> find(String key) {
    return Optional.ofNullable(messages.getMessage(key, null, null, language()));
  }

  String in(Locale other, String key) {
    return messages.getMessage(key, null, other);
  }

  Locale language() {
    return LocaleContextHolder.getLocale();
  }

  /** The end of a key: {@code marked as spam} makes {@code marked-as-spam}. */
  static String key(@Nullable String words) {
    return String.valueOf(words).replace(' ', '-');
  }
}
