package org.tipline.account;

import jakarta.servlet.http.HttpSession;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.ModelAndView;

/** What the page of a person's own account shows. */
@Component
class OwnAccountPage {

  private final OwnPassword password;
  private final Passkeys passkeys;
  private final RecoveryCodes codes;
  private final RecentSignIn recent;

  OwnAccountPage(
      OwnPassword password, Passkeys passkeys, RecoveryCodes codes, RecentSignIn recent) {
    this.password = password;
    this.passkeys = passkeys;
    this.codes = codes;
    this.recent = recent;
  }

  ModelAndView of(SignedIn me, Authentication who, HttpSession session) {
    return new ModelAndView("account/own")
        .addObject("name", me.editorName())
        .addObject("home", Landing.of(who))
        .addObject("hasPassword", password.isSet(me.editorId()))
        .addObject("passkeys", passkeys.of(me.editorId()))
        .addObject("codesLeft", codes.left(me.editorId()))
        .addObject("isRecent", recent.isOf(me, session));
  }

  /** With what is wrong about a passkey, a word of {@code account.passkeys.*}. */
  ModelAndView of(
      SignedIn me, Authentication who, HttpSession session, String problem, HttpStatus status) {
    var page = of(me, who, session).addObject("passkeyProblem", problem);
    page.setStatus(status);
    return page;
  }

  ModelAndView refused(SignedIn me, Authentication who, HttpSession session, BadPassword problem) {
    var page = of(me, who, session).addObject("refused", problem.reason());
    page.setStatus(HttpStatus.BAD_REQUEST);
    return page;
  }
}
