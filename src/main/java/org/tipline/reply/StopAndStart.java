package org.tipline.reply;

import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;
import org.tipline.channel.Mark;
import org.tipline.moderation.ReaderTips;
import org.tipline.submission.Submission;

/** A reader wants to hear nothing more, or to hear from us again. */
@Component
class StopAndStart {

  private final OptOuts optOuts;
  private final OwnAnswers answers;
  private final ReplyTexts texts;
  private final ReaderLanguage languages;
  private final AnswerHelp help;
  private final ReaderTips tips;

  StopAndStart(
      OptOuts optOuts,
      OwnAnswers answers,
      ReplyTexts texts,
      ReaderLanguage languages,
      AnswerHelp help,
      ReaderTips tips) {
    this.optOuts = optOuts;
    this.answers = answers;
    this.texts = texts;
    this.languages = languages;
    this.help = help;
    this.tips = tips;
  }

  /** Said once; a reader who says it again has heard it. The last word is sent all the same. */
  void stop(Command command, Submission submission) {
    if (optOuts.isOptedOut(submission.id())) {
      return;
    }
    if (!submission.marks().contains(Mark.STOP_ANSWERED)) {
      confirm(ReplyText.STOP, command, submission);
    }
    optOuts.record(submission.id(), OptOuts.By.READER);
    remember(submission, "reader asked to hear nothing more");
  }

  /** People who never stopped anything send START to see what happens: they are told. */
  void start(Command command, Submission submission) {
    if (optOuts.undo(submission.id())) {
      if (!submission.marks().contains(Mark.START_ANSWERED)) {
        confirm(ReplyText.START, command, submission);
      }
      remember(submission, "reader wants to hear from us again");
    } else if (!submission.marks().contains(Mark.START_ANSWERED)) {
      help.answer(command, submission);
    }
  }

  private void confirm(ReplyText text, Command command, Submission submission) {
    var language = languages.of(command, submission);
    answers.say(ReplyKind.OPT_OUT, submission, null, texts.of(text, language, Map.of()));
  }

  private void remember(Submission submission, String action) {
    if (submission.readerId() != null) {
      tips.newest(Set.of(submission.readerId()))
          .ifPresent(tip -> tips.remember(tip.tipId(), action, null));
    }
  }
}
