package org.tipline.triage;

import org.jspecify.annotations.Nullable;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.tipline.account.SignedIn;
import org.tipline.moderation.BadDecision;
import org.tipline.moderation.Decision;
import org.tipline.moderation.Moderation;

/** Decisions about a tip. */
@Controller
class DecisionController {

  private final Moderation moderation;

  DecisionController(Moderation moderation) {
    this.moderation = moderation;
  }

  @PostMapping("/desk/tips/{reference}/decisions")
  String decide(
      @PathVariable String reference,
      @RequestParam long version,
      Form form,
      @AuthenticationPrincipal SignedIn me,
      QueueQuery query,
      RedirectAttributes flash) {
    moderation.decide(reference, me.editorId(), version, form.decision());
    flash.addFlashAttribute("decided", true);
    return "redirect:" + query.on("/desk/tips/" + reference);
  }

  /** What the form sends; moderation judges reason and link. */
  record Form(@Nullable String kind, @Nullable String reason, @Nullable String link) {

    Decision decision() {
      return switch (kind) {
        case "accept" -> new Decision.Accept();
        case "reject" -> new Decision.Reject(reason == null ? "" : reason);
        case "spam" -> new Decision.Spam();
        case "publish" -> new Decision.Publish(link == null ? "" : link);
        case "reopen" -> new Decision.Reopen();
        case null, default -> throw new BadDecision("Pick what to do with this tip.");
      };
    }
  }
}
