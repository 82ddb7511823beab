package org.tipline.submission;

import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What a text is written in, as far as we can tell; a guess, made anew whenever it is asked for.
 */
public enum Language {
  ENGLISH("en"),
  SWAHILI("sw"),
  /** Both in one text, as many people in Nairobi write. */
  MIXED("mul"),
  /** Too short, or something else. */
  UNSURE(null);

  private final @Nullable String code;

  Language(@Nullable String code) {
    this.code = code;
  }

  /** ISO 639: {@code en}, {@code sw}, {@code mul} for several; null when nobody can tell. */
  public @Nullable String code() {
    return code;
  }

  /** As {@link #code}, and {@code und}, which is ISO 639 too, when nobody can tell. */
  public String token() {
    return code == null ? "und" : code;
  }

  /** The one with that {@link #token}; empty when none has it. */
  public static Optional<Language> ofToken(String token) {
    return Stream.of(values()).filter(language -> language.token().equals(token)).findFirst();
  }

  /** Of the words, or of the subject where there are none. */
  public static Language of(String text, @Nullable String subject) {
    return of(text.isBlank() && subject != null ? subject : text);
  }

  /** Pure, and quick enough to be asked for every row of a page. */
  public static Language of(String text) {
    return LanguageGuess.of(text);
  }
}
