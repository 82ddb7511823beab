package org.tipline.moderation;

import java.time.Duration;
import java.time.Instant;

/** One line of history as a sentence for a colleague who did not see it happen. */
final class HistoryWords {

  private HistoryWords() {}

  static String of(TipView.HistoryEntry entry, Instant now) {
    var what = entry.editor() == null ? byItself(entry) : byEditor(entry.editor(), entry);
    return what + " " + age(Duration.between(entry.at(), now)) + " ago" + detail(entry);
  }

  private static String byItself(TipView.HistoryEntry entry) {
    if (entry.action().equals("received more")) {
      return "The reader wrote more";
    }
    return (entry.action().startsWith("reader ") ? "The " : "It ") + entry.action();
  }

  /** {@code Otieno marked this as spam}. */
  private static String byEditor(String editor, TipView.HistoryEntry entry) {
    return editor + " " + entry.action().replaceFirst("^\\S+", "$0 this");
  }

  private static String age(Duration age) {
    if (age.toMinutes() < 1) {
      return Math.max(0, age.toSeconds()) + " s";
    }
    return age.toHours() < 1 ? age.toMinutes() + " min" : age.toHours() + " h";
  }

  private static String detail(TipView.HistoryEntry entry) {
    return entry.detail() == null ? "." : ": " + entry.detail();
  }
}
