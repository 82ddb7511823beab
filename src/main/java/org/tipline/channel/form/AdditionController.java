package org.tipline.channel.form;

import jakarta.servlet.http.HttpServletRequest;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;

/** What a reader adds to their tip after showing its receipt code. */
@Controller
@WhenFormIsOn
class AdditionController {

  private final PostLimiter limiter;
  private final PostReader reader;
  private final AdditionTokens tokens;
  private final AdditionAnswers answers;
  private final ReaderLanguage language;

  AdditionController(
      PostLimiter limiter,
      PostReader reader,
      AdditionTokens tokens,
      AdditionAnswers answers,
      ReaderLanguage language) {
    this.limiter = limiter;
    this.reader = reader;
    this.tokens = tokens;
    this.answers = answers;
    this.language = language;
  }

  @PostMapping(
      path = "/tip/additions",
      consumes = {MediaType.MULTIPART_FORM_DATA_VALUE, MediaType.APPLICATION_FORM_URLENCODED_VALUE})
  ModelAndView add(HttpServletRequest request) {
    var post =
        limiter.admits(request.getRemoteAddr())
            ? reader.read(request)
            : reader.readRefused(request, Refusal.BUSY);
    language.choose(request, post.draft().language());
    language.choose(request, post.draft().switchTo());
    var spoken = language.resolveLocale(request).getLanguage();
    return tokens
        .read(post.draft().token())
        .map(addition -> answers.answer(post, addition, spoken))
        .orElseGet(() -> answers.askAgain(post.draft()));
  }
}
