package org.tipline.admin;

import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.tipline.account.ApiTokens;
import org.tipline.account.BadApiToken;
import org.tipline.account.Desks;
import org.tipline.account.NewApiToken;
import org.tipline.account.SignedIn;

/** The tokens with which programs read the API. */
@Controller
class ApiTokensController {

  private final ApiTokens tokens;
  private final Desks desks;

  ApiTokensController(ApiTokens tokens, Desks desks) {
    this.tokens = tokens;
    this.desks = desks;
  }

  @GetMapping("/admin/tokens")
  ModelAndView tokens() {
    return page(ApiTokenForm.EMPTY);
  }

  /** Answers with the page itself: to show it after a redirect the token would have to be kept. */
  @PostMapping("/admin/tokens")
  ModelAndView make(@ModelAttribute ApiTokenForm form, @AuthenticationPrincipal SignedIn me) {
    try {
      var token = tokens.make(form.wanted(me.editorId()));
      return page(ApiTokenForm.EMPTY).addObject("made", token);
    } catch (BadApiToken e) {
      return refused(form, e);
    }
  }

  @PostMapping("/admin/tokens/{id}/revocation")
  String revoke(
      @PathVariable UUID id, @AuthenticationPrincipal SignedIn me, RedirectAttributes after) {
    if (tokens.revoke(id, me.editorId())) {
      after.addFlashAttribute("said", "The token is revoked; nobody reads with it any more.");
    } else {
      after.addFlashAttribute("problem", "There is no such token any more.");
    }
    return "redirect:/admin/tokens";
  }

  private ModelAndView refused(ApiTokenForm form, BadApiToken problem) {
    var page = page(form).addObject("refused", problem.getMessage());
    page.setStatus(HttpStatus.BAD_REQUEST);
    return page;
  }

  private ModelAndView page(ApiTokenForm form) {
    return new ModelAndView("admin/tokens")
        .addObject("tokens", tokens.all())
        .addObject("desks", desks.all())
        .addObject("everyDesk", NewApiToken.EVERY_DESK)
        .addObject("typed", form);
  }
}
