package org.tipline.account;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Takes the password again, before passkeys or codes are changed long after the sign-in. */
@Controller
class ConfirmationController {

  private final OwnPassword password;
  private final RecentSignIn recent;
  private final SignInThrottle throttle;
  private final OwnAccountPage page;

  ConfirmationController(
      OwnPassword password, RecentSignIn recent, SignInThrottle throttle, OwnAccountPage page) {
    this.password = password;
    this.recent = recent;
    this.throttle = throttle;
    this.page = page;
  }

  @PostMapping(OwnAccountController.PAGE + "/confirmation")
  ModelAndView confirm(
      @RequestParam(defaultValue = "") String password,
      @AuthenticationPrincipal SignedIn me,
      Authentication who,
      HttpSession session,
      HttpServletRequest request) {
    throttle.slowDown("own " + me.editorId(), request);
    try {
      this.password.require(me.editorId(), password);
    } catch (BadPassword _) {
      return page.of(me, who, session, "wrong", HttpStatus.BAD_REQUEST);
    }
    recent.confirm(session);
    return new ModelAndView("redirect:" + OwnAccountController.PAGE);
  }
}
