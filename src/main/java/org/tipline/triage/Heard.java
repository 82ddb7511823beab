package org.tipline.triage;

import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSourceResolvable;
import org.springframework.stereotype.Component;

/**
 * Says again, in the editor's language, what other rooms say and keep in English; what nobody has
 * written in that language stays as it is.
 */
@Component("heard")
class Heard {

  private final Texts texts;
  private final KnownSentences sentences;
  private final HistoryLines history;

  Heard(Texts texts, KnownSentences sentences, HistoryLines history) {
    this.texts = texts;
    this.sentences = sentences;
    this.history = history;
  }

  String of(Throwable problem) {
    return problem instanceof MessageSourceResolvable ours
        ? texts.of(ours)
        : of(problem.getMessage());
  }

  public String of(@Nullable String english) {
    var said = String.valueOf(english);
    return texts.language().getLanguage().equals(Locale.ENGLISH.getLanguage())
        ? said
        : sentences.in(said).or(() -> history.latest(said)).orElse(said);
  }

  /** {@code K7F-3QXM: Otieno is on this tip.} */
  String ofTip(String said) {
    var parts = said.split(": ", 2);
    return parts.length == 2 ? parts[0] + ": " + of(parts[1]) : of(said);
  }
}
