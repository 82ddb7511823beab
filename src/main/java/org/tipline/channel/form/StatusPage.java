package org.tipline.channel.form;

import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.ModelAndView;
import org.tipline.channel.TipStatus;
import org.tipline.channel.TipStatuses;

/** The page of a tip for its reader: asked for, or with what there is for them. */
@Component
class StatusPage {

  private final TipStatuses statuses;
  private final AdditionTokens tokens;
  private final DraftParts parts;
  private final ZoneId zone;

  StatusPage(TipStatuses statuses, AdditionTokens tokens, DraftParts parts, ZoneId zone) {
    this.statuses = statuses;
    this.tokens = tokens;
    this.parts = parts;
    this.zone = zone;
  }

  ModelAndView ask(StatusQuestion question) {
    return asked(question, null);
  }

  ModelAndView refused(StatusQuestion question, StatusRefusal refusal) {
    var page = asked(question, refusal);
    page.setStatus(refusal.status());
    return page;
  }

  private static ModelAndView asked(StatusQuestion question, @Nullable StatusRefusal refusal) {
    return new ModelAndView("form/status", HttpStatus.OK)
        .addObject("question", question)
        .addObject("refusal", refusal);
  }

  /** With what the reader is about to add; empty when the tip is not there any more. */
  Optional<ModelAndView> shown(String tip, Draft draft, String language) {
    return shown(tip, draft, null, List.of(), language);
  }

  /** With what was wrong in what the reader wanted to add. */
  Optional<ModelAndView> refused(String tip, Outcome.Refused refused, String language) {
    var page = shown(tip, refused.draft(), refused.refusal(), refused.problems(), language);
    page.ifPresent(shown -> shown.setStatus(refused.refusal().status()));
    return page;
  }

  private Optional<ModelAndView> shown(
      String tip, Draft draft, @Nullable Refusal refusal, List<Problem> problems, String language) {
    return statuses
        .open(FormChannel.NAME, tip, language)
        .map(
            status ->
                parts
                    .addTo(new ModelAndView("form/tip-status", HttpStatus.OK), draft, problems)
                    .addObject("status", status)
                    .addObject("replies", replies(status, language))
                    .addObject("refusal", refusal)
                    .addObject("token", token(tip, draft)));
  }

  /** The same token for another try: what was perhaps received is then not received twice. */
  private String token(String tip, Draft draft) {
    return tokens.read(draft.token()).map(_ -> draft.token()).orElseGet(() -> tokens.issue(tip));
  }

  private List<Reply> replies(TipStatus status, String language) {
    var format =
        DateTimeFormatter.ofLocalizedDateTime(FormatStyle.MEDIUM, FormatStyle.SHORT)
            .withLocale(Locale.of(language))
            .withZone(zone);
    return status.replies().stream()
        .map(reply -> new Reply(reply.at().toString(), format.format(reply.at()), reply.text()))
        .toList();
  }

  /**
   * A reply as the page shows it.
   *
   * @param at for machines
   * @param when for people
   */
  record Reply(String at, String when, String text) {}
}
