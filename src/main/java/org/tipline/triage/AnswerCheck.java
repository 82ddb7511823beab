package org.tipline.triage;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.tipline.account.Seats;
import org.tipline.channel.OutgoingReply.FilledTemplate;
import org.tipline.channel.ReplyTemplate;
import org.tipline.channel.SmsText;
import org.tipline.moderation.TipView;
import org.tipline.reply.NewAnswer;

/** Makes an answer of what the reply box sent, or says what is wrong with it. */
@Component
class AnswerCheck {

  private final ReplyWays ways;

  AnswerCheck(ReplyWays ways) {
    this.ways = ways;
  }

  /**
   * The answer, ready to be written.
   *
   * @throws BadReply when the editor has to change or to confirm something
   */
  NewAnswer answer(TipView view, ReplyForm form, Seats by) {
    var way = ways.of(view);
    require(way.hindrance() == null, way.hindrance());
    require(
        !way.isUnwanted() || form.isConfirmed(),
        "The reader asked not to be contacted: tick that you answer all the same.");
    if (form.form() == null) {
      throw new BadReply("The form did not arrive whole; look at it and send it again.");
    }
    return form.template() == null
        ? answer(view, way, form.form(), form, by, free(way, form), null)
        : templated(view, way, form.form(), form, by);
  }

  private static String free(ReplyWay way, ReplyForm form) {
    require(
        way.isOpen(),
        way.medium().label()
            + " takes no own words any more, as the reader wrote too long ago; pick one of the"
            + " approved texts below.");
    require(!form.words().isEmpty(), "Write something first.");
    requireShort(way, form.words());
    return way.rules().countsSegments() ? paid(form) : form.words();
  }

  /** More than one SMS is only sent when the editor has been told. */
  private static String paid(ReplyForm form) {
    var count = SegmentCount.of(form.words());
    if (count.parts() > 1 && count.parts() > form.parts()) {
      throw new BadReply(count.warning() + " Send it again if that is right.");
    }
    return SmsText.of(form.words());
  }

  private static NewAnswer templated(
      TipView view, ReplyWay way, UUID id, ReplyForm form, Seats by) {
    var template =
        way.rules().templates().stream()
            .filter(each -> each.id().equals(form.template()))
            .findFirst()
            .orElseThrow(
                () -> new BadReply("This approved text is not there any more; pick another."));
    requireFilled(template, form);
    var text = template.filled(form.variables());
    requireShort(way, text);
    var filled = new FilledTemplate(template.id(), form.variables());
    return answer(view, way, id, form, by, text, filled);
  }

  /** WhatsApp refuses line ends in a gap. */
  private static void requireFilled(ReplyTemplate template, ReplyForm form) {
    require(
        form.variables().size() == template.gaps()
            && form.variables().stream().noneMatch(gap -> gap.isEmpty() || gap.contains("\n")),
        "Fill in every gap of “" + template.name() + "”, each in one line.");
  }

  private static void requireShort(ReplyWay way, String text) {
    require(
        text.length() <= way.rules().longest(),
        "A reply "
            + (way.rules().countsSegments() ? "by SMS " : "")
            + "has at most "
            + way.rules().longest()
            + " characters; this one has "
            + text.length()
            + ".");
  }

  private static NewAnswer answer(
      TipView view,
      ReplyWay way,
      UUID id,
      ReplyForm form,
      Seats by,
      String text,
      @Nullable FilledTemplate template) {
    return new NewAnswer(id, view.tip().id(), way.submissionId(), by, form.seen(), text, template);
  }

  private static void require(boolean condition, @Nullable String sentence) {
    if (!condition) {
      throw new BadReply(String.valueOf(sentence));
    }
  }
}
