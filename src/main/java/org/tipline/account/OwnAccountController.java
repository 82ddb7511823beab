package org.tipline.account;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
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
  ModelAndView account(
      @AuthenticationPrincipal SignedIn me, Authentication who, HttpSession session) {
    return page.of(me, who, session);
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
    // whoever finds a screen unlocked may guess the password there no faster than anywhere
    throttle.slowDown("own " + me.editorId(), request);
    try {
      password.change(me.editorId(), old, fresh, session.getId());
    } catch (BadPassword e) {
      return page.refused(me, who, session, e);
    }
    after.addFlashAttribute("changed", true);
    return new ModelAndView("redirect:" + PAGE);
  }
}
