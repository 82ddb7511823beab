package org.tipline.channel.form;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.view.RedirectView;

/** The form's page: empty, or with everything that was typed and what is wrong with it. */
@Component
class FormPage {

  private final FormTokens tokens;
  private final DraftParts parts;
  private final Receipts receipts;
  private final Ways ways;

  FormPage(FormTokens tokens, DraftParts parts, Receipts receipts, Ways ways) {
    this.tokens = tokens;
    this.parts = parts;
    this.receipts = receipts;
    this.ways = ways;
  }

  ModelAndView empty() {
    return page(Draft.EMPTY, null, List.of()).addObject("isFresh", true);
  }

  /** The same draft, not sent: to read the page in another language. */
  ModelAndView unsent(Draft draft) {
    return page(draft, null, List.of());
  }

  ModelAndView refused(Outcome.Refused refused) {
    var page = page(refused.draft(), refused.refusal(), refused.problems());
    page.setStatus(refused.refusal().status());
    return page;
  }

  ModelAndView another(Outcome.Another another) {
    return refused(another.under(tokens.write(another.own())));
  }

  /** 303, so that reloading the receipt sends nothing again; its address names nobody. */
  ModelAndView received(Outcome.Received received, String language) {
    var receipt = receipts.issue(received.token());
    var redirect = new RedirectView("/tip/received?t=" + receipt + "&lang=" + language, true);
    redirect.setStatusCode(HttpStatus.SEE_OTHER);
    redirect.setExposeModelAttributes(false);
    return new ModelAndView(redirect);
  }

  private ModelAndView page(Draft draft, @Nullable Refusal refusal, List<Problem> problems) {
    return parts
        .addTo(new ModelAndView("form/tip", HttpStatus.OK), draft, problems)
        .addObject("token", tokens.keepOrRenew(draft.token()))
        .addObject("refusal", refusal)
        .addObject("ways", ways.others())
        .addObject("isFresh", false);
  }
}
