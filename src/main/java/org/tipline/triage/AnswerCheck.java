package org.tipline.triage;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.tipline.account.Seats;
import org.tipline.channel.OutgoingReply.FilledTemplate;
import org.tipline.channel.ReplyTemplate;
import org.tipline.channel.SmsText;
import org.tipline.moderation.TipView;
import org.tipline.reply.CannotReply;
import org.tipline.reply.NewAnswer;

/** Makes an answer of what the reply box sent, or says what is wrong with it. */
@Component
class AnswerCheck {

  private final ReplyWays ways;
  private final ReplyWords words;

  AnswerCheck(ReplyWays ways, ReplyWords words) {
    this.ways = ways;
    this.words = words;
  }

  /**
   * The answer, ready to be written.
   *
   * @throws BadReply when the editor has to change or to confirm something
   */
  NewAnswer answer(TipView view, ReplyForm form, Seats by) {
    var way = ways.of(view);
    if (way.hindrance() != null) {
      throw new CannotReply(way.hindrance());
    }
    require(!way.isUnwanted() || form.isConfirmed(), "desk.reply.bad.unwanted");
    if (form.form() == null) {
      throw new BadReply("desk.reply.bad.whole");
    }
    return form.template() == null
        ? answer(view, way, form.form(), form, by, free(way, form), null)
        : templated(view, way, form.form(), form, by);
  }

  private String free(ReplyWay way, ReplyForm form) {
    require(way.isOpen(), "desk.reply.bad.closed", way.medium().label());
    require(!form.words().isEmpty(), "desk.reply.bad.empty");
    requireShort(way, form.words());
    return way.rules().countsSegments() ? paid(form) : form.words();
  }

  /** More than one SMS is only sent when the editor has been told. */
  private String paid(ReplyForm form) {
    var count = SegmentCount.of(form.words());
    if (count.parts() > 1 && count.parts() > form.parts()) {
      throw new BadReply("desk.reply.bad.paid", words.warning(count));
    }
    return SmsText.of(form.words());
  }

  private static NewAnswer templated(
      TipView view, ReplyWay way, UUID id, ReplyForm form, Seats by) {
    var template =
        way.rules().templates().stream()
            .filter(each -> each.id().equals(form.template()))
            .findFirst()
            .orElseThrow(() -> new BadReply("desk.reply.bad.template"));
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
        "desk.reply.bad.gaps",
        template.name());
  }

  private static void requireShort(ReplyWay way, String text) {
    require(
        text.length() <= way.rules().longest(),
        way.rules().countsSegments() ? "desk.reply.bad.long.SMS" : "desk.reply.bad.long",
        way.rules().longest(),
        text.length());
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

  private static void require(boolean condition, String key, Object... values) {
    if (!condition) {
      throw new BadReply(key, values);
    }
  }
}
