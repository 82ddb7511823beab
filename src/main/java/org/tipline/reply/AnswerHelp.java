package org.tipline.reply;

import java.util.Map;
import org.springframework.stereotype.Component;
import org.tipline.channel.Mark;
import org.tipline.submission.Submission;

/** A reader asks what can be done here. */
@Component
class AnswerHelp {

  private final OwnAnswers answers;
  private final ReplyTexts texts;
  private final ReaderLanguage languages;

  AnswerHelp(OwnAnswers answers, ReplyTexts texts, ReaderLanguage languages) {
    this.answers = answers;
    this.texts = texts;
    this.languages = languages;
  }

  void answer(Command command, Submission submission) {
    if (!submission.marks().contains(Mark.HELP_ANSWERED)) {
      var language = languages.of(command, submission);
      answers.say(ReplyKind.HELP, submission, null, texts.of(ReplyText.HELP, language, Map.of()));
    }
  }
}
