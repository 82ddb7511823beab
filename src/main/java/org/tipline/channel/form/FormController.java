package org.tipline.channel.form;

import jakarta.servlet.http.HttpServletRequest;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;

/** The form: shown, and sent. */
@Controller
@WhenFormIsOn
class FormController {

  private final PostLimiter limiter;
  private final PostReader reader;
  private final FormIntake intake;
  private final FormPage page;
  private final ReaderLanguage language;

  FormController(
      PostLimiter limiter,
      PostReader reader,
      FormIntake intake,
      FormPage page,
      ReaderLanguage language) {
    this.limiter = limiter;
    this.reader = reader;
    this.intake = intake;
    this.page = page;
    this.language = language;
  }

  @GetMapping("/tip")
  ModelAndView form() {
    return page.empty();
  }

  @PostMapping(
      path = "/tip",
      consumes = {MediaType.MULTIPART_FORM_DATA_VALUE, MediaType.APPLICATION_FORM_URLENCODED_VALUE})
  ModelAndView send(HttpServletRequest request) {
    var post =
        limiter.admits(request.getRemoteAddr())
            ? reader.read(request)
            : reader.readRefused(request, Refusal.BUSY);
    var draft = post.draft();
    language.choose(request, draft.language());
    if (post.refusal() != null) {
      return page.refused(new Outcome.Refused(post.refusal(), draft, post.problems()));
    }
    if (!draft.switchTo().isEmpty()) {
      language.choose(request, draft.switchTo());
      return page.unsent(draft);
    }
    return answer(intake.take(post, languageOf(request)), languageOf(request));
  }

  private ModelAndView answer(Outcome outcome, String language) {
    return switch (outcome) {
      case Outcome.Received received -> page.received(received, language);
      case Outcome.Refused refused -> page.refused(refused);
      case Outcome.Another another -> page.another(another);
    };
  }

  private String languageOf(HttpServletRequest request) {
    return language.resolveLocale(request).getLanguage();
  }
}
