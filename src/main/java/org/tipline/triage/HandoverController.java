package org.tipline.triage;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.tipline.account.SignedIn;
import org.tipline.moderation.BadDecision;
import org.tipline.moderation.Handover;

/** Gives a tip to a colleague or to another desk. */
@Controller
class HandoverController {

  private final Handover handover;
  private final Onward onward;

  HandoverController(Handover handover, Onward onward) {
    this.handover = handover;
    this.onward = onward;
  }

  @PostMapping("/desk/tips/{reference}/assignments")
  String assign(
      @PathVariable String reference,
      ActForm form,
      @RequestParam(required = false) @Nullable UUID to,
      @AuthenticationPrincipal SignedIn me,
      QueueQuery query,
      RedirectAttributes flash) {
    if (to == null) {
      throw new BadDecision("Pick one of the editors.");
    }
    var act = form.on(reference, me);
    handover.assign(act, to);
    return onward.after(act, "handed over", form.mark(), query, flash);
  }

  @PostMapping("/desk/tips/{reference}/moves")
  String move(
      @PathVariable String reference,
      ActForm form,
      @RequestParam(required = false) @Nullable String toDesk,
      @AuthenticationPrincipal SignedIn me,
      QueueQuery query,
      RedirectAttributes flash) {
    var act = form.on(reference, me);
    handover.move(act, toDesk == null ? "" : toDesk);
    return onward.after(act, "moved", form.mark(), query, flash);
  }
}
