package org.tipline.triage;

import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.tipline.account.SignedIn;
import org.tipline.moderation.Moderation;

/** "I am on it", and letting go again. */
@Controller
class ClaimController {

  private final Moderation moderation;

  ClaimController(Moderation moderation) {
    this.moderation = moderation;
  }

  @PostMapping("/desk/tips/{reference}/claim")
  String claim(
      @PathVariable String reference, @AuthenticationPrincipal SignedIn me, QueueQuery query) {
    moderation.claim(reference, me.seats());
    return "redirect:" + query.on("/desk/tips/" + reference);
  }

  @PostMapping("/desk/tips/{reference}/release")
  String release(
      @PathVariable String reference, @AuthenticationPrincipal SignedIn me, QueueQuery query) {
    moderation.release(reference, me.seats());
    return "redirect:" + query.on("/desk/tips/" + reference);
  }
}
