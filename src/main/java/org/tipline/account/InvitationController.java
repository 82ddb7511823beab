package org.tipline.account;

import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Where an invited person chooses a password. */
@Controller
class InvitationController {

  private final Invitations invitations;

  InvitationController(Invitations invitations) {
    this.invitations = invitations;
  }

  /** Uses nothing up: mail programs open links to preview them. */
  @GetMapping(WaysIn.PAGE + "/invitation")
  ModelAndView invitation(@RequestParam(defaultValue = "") String token) {
    return invitations
        .find(token)
        .map(invitation -> page(token, invitation))
        .orElseGet(InvitationController::gone);
  }

  @PostMapping(WaysIn.PAGE + "/invitation")
  ModelAndView accept(
      @RequestParam(defaultValue = "") String token,
      @RequestParam(defaultValue = "") String password) {
    try {
      return invitations
          .accept(token, password)
          .map(_ -> new ModelAndView("redirect:" + WaysIn.PAGE + "?joined"))
          .orElseGet(InvitationController::gone);
    } catch (BadPassword e) {
      return refused(token, "reason", e.reason());
    } catch (BadEditor e) {
      return refused(token, "refused", e.getMessage());
    }
  }

  private ModelAndView refused(String token, String name, @Nullable Object why) {
    var page = invitation(token).addObject(name, why);
    page.setStatus(HttpStatus.BAD_REQUEST);
    return page;
  }

  private static ModelAndView page(String token, Invitation invitation) {
    return new ModelAndView("account/invitation")
        .addObject("token", token)
        .addObject("invitation", invitation);
  }

  /** One answer for every link that does not work, so that it tells nothing. */
  private static ModelAndView gone() {
    return new ModelAndView("account/invitation-gone", HttpStatus.NOT_FOUND);
  }
}
