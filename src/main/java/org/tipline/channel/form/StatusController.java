package org.tipline.channel.form;

import jakarta.servlet.http.HttpServletRequest;
import org.springframework.dao.DataAccessException;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.TransactionException;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.tipline.channel.ReceiptCodes;

/** Where a reader of the form learns what became of their tip, by its reference and seven words. */
@Controller
@WhenFormIsOn
class StatusController {

  private final CheckLimiter limiter;
  private final ReceiptCodes codes;
  private final StatusPage page;
  private final ReaderLanguage language;

  StatusController(
      CheckLimiter limiter, ReceiptCodes codes, StatusPage page, ReaderLanguage language) {
    this.limiter = limiter;
    this.codes = codes;
    this.page = page;
    this.language = language;
  }

  @GetMapping("/tip/status")
  ModelAndView ask() {
    return page.ask(StatusQuestion.EMPTY);
  }

  /**
   * The answer is the page itself: an address that opens the tip would stay in the browser.
   *
   * @param text what the reader was about to add when their page had become too old
   */
  @PostMapping(path = "/tip/status", consumes = MediaType.APPLICATION_FORM_URLENCODED_VALUE)
  ModelAndView check(
      @RequestParam(defaultValue = "") String reference,
      @RequestParam(defaultValue = "") String words,
      @RequestParam(defaultValue = "") String text,
      @RequestParam(defaultValue = "") String lang,
      @RequestParam(name = "switch", defaultValue = "") String switchTo,
      HttpServletRequest request) {
    var question = new StatusQuestion(reference, words, text);
    language.choose(request, lang);
    if (!switchTo.isEmpty()) {
      language.choose(request, switchTo);
      return page.ask(question);
    }
    return limiter.admits(request.getRemoteAddr())
        ? answer(question, request)
        : page.refused(question, StatusRefusal.BUSY);
  }

  private ModelAndView answer(StatusQuestion question, HttpServletRequest request) {
    var spoken = language.resolveLocale(request).getLanguage();
    try {
      return codes
          .check(FormChannel.NAME, question.reference(), question.words())
          .flatMap(tip -> page.shown(tip, Draft.ofText(question.text()), spoken))
          .orElseGet(() -> page.refused(question, StatusRefusal.WRONG));
    } catch (DataAccessException | TransactionException e) {
      return page.refused(question, StatusRefusal.STORE_AWAY);
    }
  }
}
