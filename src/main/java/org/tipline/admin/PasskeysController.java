package org.tipline.admin;

import java.util.UUID;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.tipline.account.PasskeyRemoval;
import org.tipline.account.SignedIn;

/** The passkeys an editor has lost, and the recovery codes with them. */
@Controller
class PasskeysController {

  private final PasskeyRemoval removal;

  PasskeysController(PasskeyRemoval removal) {
    this.removal = removal;
  }

  @PostMapping("/admin/editors/{id}/passkeys/removal")
  String remove(
      @PathVariable UUID id, @AuthenticationPrincipal SignedIn me, RedirectAttributes after) {
    if (removal.removeAll(id, me.editorId())) {
      after.addFlashAttribute(
          "said",
          "The editor's passkeys and recovery codes are gone, and the password alone signs them"
              + " in; they are signed out everywhere.");
    } else {
      after.addFlashAttribute("problem", "That editor has no passkeys any more.");
    }
    return "redirect:/admin/editors";
  }
}
