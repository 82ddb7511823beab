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
import org.tipline.account.BadEditor;
import org.tipline.account.InvitationLink;
import org.tipline.account.Invitations;
import org.tipline.account.SignedIn;
import org.tipline.notify.InvitationMail;
import org.tipline.notify.InvitationMail.Outcome;

/** The people who are asked to join. */
@Controller
class InvitationsController {

  private static final String BACK = "redirect:/admin/invitations";

  private final Invitations invitations;
  private final InvitationMail mail;
  private final InvitationPages pages;

  InvitationsController(Invitations invitations, InvitationMail mail, InvitationPages pages) {
    this.invitations = invitations;
    this.mail = mail;
    this.pages = pages;
  }

  @GetMapping("/admin/invitations")
  ModelAndView invitations() {
    return pages.page(EditorForm.EMPTY);
  }

  @PostMapping("/admin/invitations")
  ModelAndView invite(
      @ModelAttribute EditorForm form,
      @AuthenticationPrincipal SignedIn me,
      RedirectAttributes after) {
    try {
      return send(invitations.invite(form.invited(), me.editorId()), after);
    } catch (BadEditor e) {
      var page = pages.page(form).addObject("refused", e.getMessage());
      page.setStatus(HttpStatus.BAD_REQUEST);
      return page;
    }
  }

  @PostMapping("/admin/invitations/{id}/again")
  ModelAndView again(@PathVariable UUID id, RedirectAttributes after) {
    return invitations
        .again(id)
        .map(link -> send(link, after))
        .orElseGet(
            () -> {
              after.addFlashAttribute("problem", "That invitation is open no more.");
              return new ModelAndView(BACK);
            });
  }

  @PostMapping("/admin/invitations/{id}/withdrawal")
  String withdraw(
      @PathVariable UUID id, @AuthenticationPrincipal SignedIn me, RedirectAttributes after) {
    if (invitations.withdraw(id, me.editorId())) {
      after.addFlashAttribute("said", "The invitation is withdrawn; its link does not work.");
    } else {
      after.addFlashAttribute("problem", "That invitation is open no more.");
    }
    return BACK;
  }

  /** A link that no mail took is shown at once: after a redirect it would have to be kept. */
  private ModelAndView send(InvitationLink link, RedirectAttributes after) {
    var outcome = mail.send(link);
    if (outcome == Outcome.SENT) {
      after.addFlashAttribute(
          "said", "The invitation is on its way to " + link.invitation().email() + ".");
      return new ModelAndView(BACK);
    }
    return pages.byHand(link, outcome);
  }
}
