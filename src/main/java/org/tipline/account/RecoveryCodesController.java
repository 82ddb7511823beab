package org.tipline.account;

import jakarta.servlet.http.HttpSession;
import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;

/** Ten new recovery codes for whoever has a passkey to lose. */
@Controller
class RecoveryCodesController {

  private final RecoveryCodes codes;
  private final Passkeys passkeys;
  private final RecentSignIn recent;
  private final OwnAccountPage page;

  RecoveryCodesController(
      RecoveryCodes codes, Passkeys passkeys, RecentSignIn recent, OwnAccountPage page) {
    this.codes = codes;
    this.passkeys = passkeys;
    this.recent = recent;
    this.page = page;
  }

  @PostMapping(OwnAccountController.PAGE + "/codes")
  ModelAndView make(@AuthenticationPrincipal SignedIn me, Authentication who, HttpSession session) {
    if (!recent.isOf(me, session)) {
      return page.of(me, who, session, "late", HttpStatus.CONFLICT);
    }
    if (passkeys.of(me.editorId()).isEmpty()) {
      return page.of(me, who, session, "none", HttpStatus.CONFLICT);
    }
    return shown(codes.make(me.editorId()));
  }

  /** An answer and no redirect: to show them after one they would have to be kept. */
  static ModelAndView shown(List<String> codes) {
    return new ModelAndView("account/codes").addObject("codes", String.join("\n", codes));
  }
}
