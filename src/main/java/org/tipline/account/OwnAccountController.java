package org.tipline.account;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** What a person may change about how they sign in. */
@Controller
class OwnAccountController {

  static final String PAGE = "/account";

  private final OwnAccountPage page;
  private final OwnPassword password;
  private final SignInThrottle throttle;

  OwnAccountController(OwnAccountPage page, OwnPassword password, SignInThrottle throttle) {
    this.page = page;
    this.password = password;
    this.throttle = throttle;
  }

  @GetMapping(PAGE)
  ModelAndView account(@AuthenticationPrincipal SignedIn me, Authentication who) {
    return page.of(me, who);
  }

  @PostMapping(PAGE + "/password")
  ModelAndView change(
      @RequestParam(defaultValue = "") String old,
      @RequestParam(defaultValue = "") String fresh,
      @AuthenticationPrincipal SignedIn me,
      Authentication who,
      HttpSession session,
      HttpServletRequest request,
      RedirectAttributes after) {
    slowDown(me, request);
    try {
      password.change(me.editorId(), old, fresh, session.getId());
    } catch (BadPassword e) {
      return page.refused(me, who, e);
    }
    after.addFlashAttribute("changed", true);
    return new ModelAndView("redirect:" + PAGE);
  }

  /** Whoever finds a screen unlocked may guess the password there no faster than anywhere. */
  private void slowDown(SignedIn me, HttpServletRequest request) {
    var client = ClientPrefix.of(request.getRemoteAddr());
    if (throttle.delay("own " + me.editorId(), client).isPresent()) {
      throw new ResponseStatusException(HttpStatus.TOO_MANY_REQUESTS);
    }
  }
}
