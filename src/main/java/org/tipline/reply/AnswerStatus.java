package org.tipline.reply;

import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.tipline.moderation.ReaderTips;
import org.tipline.moderation.TipStanding;
import org.tipline.submission.KnownReaders;
import org.tipline.submission.Submission;

/**
 * A reader asks how a tip stands. Only its own sender is told; somebody else's reference and
 * nobody's are answered in the same words, after the same steps.
 */
@Component
class AnswerStatus {

  private final KnownReaders readers;
  private final ReaderTips tips;
  private final OwnAnswers answers;
  private final ReplyTexts texts;
  private final ReaderLanguage languages;

  AnswerStatus(
      KnownReaders readers,
      ReaderTips tips,
      OwnAnswers answers,
      ReplyTexts texts,
      ReaderLanguage languages) {
    this.readers = readers;
    this.tips = tips;
    this.answers = answers;
    this.texts = texts;
    this.languages = languages;
  }

  void answer(Command command, Submission submission) {
    var tip = asked(command, submission);
    var language = languages.of(command, submission);
    var text =
        tip.map(standing -> texts.status(standing, language))
            .orElseGet(() -> unknown(command, language));
    var told = answers.say(ReplyKind.STATUS, submission, null, text);
    if (told) {
      tip.ifPresent(
          standing -> tips.remember(standing.tipId(), "reader asked how it stands", null));
    }
  }

  private Optional<TipStanding> asked(Command command, Submission submission) {
    var behind = readers.behind(submission.id());
    return command.reference() == null
        ? tips.newest(behind)
        : tips.find(command.reference(), behind);
  }

  private String unknown(Command command, @Nullable String language) {
    return command.reference() == null
        ? texts.of(ReplyText.STATUS_NONE, language, Map.of())
        : texts.of(
            ReplyText.STATUS_UNKNOWN, language, Map.of(Placeholder.REFERENCE, command.reference()));
  }
}
