package org.tipline.reply;

import java.util.Map;
import java.util.UUID;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.tipline.channel.Medium;
import org.tipline.moderation.ReaderTips;
import org.tipline.moderation.TipStanding;
import org.tipline.moderation.TipsOpened;
import org.tipline.submission.Submission;

/** Tells readers that their tip has come, and its reference, in the transaction that opens it. */
@Component
class Acknowledge {

  private final ReplySettings settings;
  private final Acknowledged acknowledged;
  private final ReaderTips tips;
  private final OwnAnswers answers;
  private final ReplyTexts texts;
  private final ReaderLanguage languages;

  Acknowledge(
      ReplySettings settings,
      Acknowledged acknowledged,
      ReaderTips tips,
      OwnAnswers answers,
      ReplyTexts texts,
      ReaderLanguage languages) {
    this.settings = settings;
    this.acknowledged = acknowledged;
    this.tips = tips;
    this.answers = answers;
    this.texts = texts;
    this.languages = languages;
  }

  @EventListener
  void on(TipsOpened opened) {
    if (settings.acknowledge()) {
      opened.ids().forEach(this::acknowledge);
    }
  }

  private void acknowledge(UUID tip) {
    acknowledged.of(tip).ifPresent(first -> tell(tips.find(tip).orElseThrow(), first));
  }

  private void tell(TipStanding tip, Submission first) {
    var text =
        first.medium() == Medium.EMAIL ? ReplyText.ACKNOWLEDGEMENT_MAIL : ReplyText.ACKNOWLEDGEMENT;
    var values = Map.of(Placeholder.REFERENCE, tip.reference());
    answers.say(
        ReplyKind.ACKNOWLEDGEMENT, first, tip.tipId(), texts.of(text, languages.of(first), values));
  }
}
