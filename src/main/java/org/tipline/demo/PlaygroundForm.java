package org.tipline.demo;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What the playground's forms send, and what its address bar says.
 *
 * @param as who writes
 * @param by which conversation the phone shows
 * @param subject null: a text, not a mail
 * @param answered the Message-ID of the mail that is answered, null: none
 * @param picture the file that goes with it, null: none
 */
record PlaygroundForm(
    @Nullable String as,
    @Nullable String by,
    @Nullable String text,
    @Nullable String subject,
    @Nullable String answered,
    @Nullable String picture) {

  public Line line() {
    return Line.of(Objects.requireNonNullElse(by, ""));
  }

  /** Forms write CR LF, phones do not. */
  public String words() {
    return Objects.requireNonNullElse(text, "").replace("\r\n", "\n").replace("\0", "").strip();
  }

  @Override
  public String toString() {
    return "PlaygroundForm[" + as + "]";
  }
}
