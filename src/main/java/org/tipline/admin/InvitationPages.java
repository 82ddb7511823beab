package org.tipline.admin;

import java.time.Clock;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.ModelAndView;
import org.tipline.account.Desks;
import org.tipline.account.InvitationLink;
import org.tipline.account.Invitations;
import org.tipline.account.Role;
import org.tipline.notify.InvitationMail.Outcome;

/** The page of invitations, with and without a link to hand over. */
@Component
class InvitationPages {

  private final Invitations invitations;
  private final Desks desks;
  private final Clock clock;

  InvitationPages(Invitations invitations, Desks desks, Clock clock) {
    this.invitations = invitations;
    this.desks = desks;
    this.clock = clock;
  }

  ModelAndView page(EditorForm form) {
    return new ModelAndView("admin/invitations")
        .addObject("invitations", invitations.all())
        .addObject("now", clock.instant())
        .addObject("desks", desks.all())
        .addObject("roles", Role.values())
        .addObject("typed", form);
  }

  ModelAndView byHand(InvitationLink link, Outcome outcome) {
    return page(EditorForm.EMPTY).addObject("byHand", link).addObject("why", why(outcome));
  }

  private static String why(Outcome outcome) {
    return switch (outcome) {
      case SENT -> throw new IllegalArgumentException("a link that was sent is not shown");
      case NO_SERVER -> "No mail went out: no mail server is set (spring.mail.host).";
      case NO_MAILBOX ->
          "No mail went out: the mail server knows no such address. Withdraw the invitation if it"
              + " is wrong.";
      case FAILED ->
          "No mail went out: the mail server did not take it. Look at spring.mail in the"
              + " configuration.";
    };
  }
}
