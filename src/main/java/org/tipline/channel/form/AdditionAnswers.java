package org.tipline.channel.form;

import org.springframework.dao.DataAccessException;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.view.RedirectView;

/** What a reader is told of what they wanted to add. */
@Component
class AdditionAnswers {

  private final FormIntake intake;
  private final AdditionTokens tokens;
  private final StatusPage page;
  private final Receipts receipts;

  AdditionAnswers(FormIntake intake, AdditionTokens tokens, StatusPage page, Receipts receipts) {
    this.intake = intake;
    this.tokens = tokens;
    this.page = page;
    this.receipts = receipts;
  }

  ModelAndView answer(Post post, Addition addition, String language) {
    if (post.refusal() != null) {
      var refused = new Outcome.Refused(post.refusal(), post.draft(), post.problems());
      return refused(addition, refused, language);
    }
    if (!post.draft().switchTo().isEmpty()) {
      return shown(addition, post.draft(), language);
    }
    return switch (intake.add(post, addition, language)) {
      case Outcome.Received received -> received(received, language);
      case Outcome.Refused refused -> refused(addition, refused, language);
      case Outcome.Another another -> another(addition, another, language);
    };
  }

  /**
   * Their page is too old, or was changed on its way: what they wrote goes along to the question.
   */
  ModelAndView askAgain(Draft draft) {
    return page.refused(new StatusQuestion("", "", draft.text()), StatusRefusal.OLD);
  }

  private ModelAndView shown(Addition addition, Draft draft, String language) {
    try {
      return page.shown(addition.tip(), draft, language).orElseGet(() -> askAgain(draft));
    } catch (DataAccessException | TransactionException e) {
      return storeAway(draft);
    }
  }

  private ModelAndView refused(Addition addition, Outcome.Refused refused, String language) {
    try {
      return page.refused(addition.tip(), refused, language)
          .orElseGet(() -> askAgain(refused.draft()));
    } catch (DataAccessException | TransactionException e) {
      return storeAway(refused.draft());
    }
  }

  private ModelAndView another(Addition addition, Outcome.Another another, String language) {
    var own = tokens.write(new Addition(another.own(), addition.tip()));
    return refused(addition, another.under(own), language);
  }

  private ModelAndView storeAway(Draft draft) {
    return page.refused(new StatusQuestion("", "", draft.text()), StatusRefusal.STORE_AWAY);
  }

  /** 303, so that reloading sends nothing again; the address names nobody and opens nothing. */
  private ModelAndView received(Outcome.Received received, String language) {
    var receipt = receipts.issueForAddition(received.token());
    var redirect = new RedirectView("/tip/added?t=" + receipt + "&lang=" + language, true);
    redirect.setStatusCode(HttpStatus.SEE_OTHER);
    redirect.setExposeModelAttributes(false);
    return new ModelAndView(redirect);
  }
}
