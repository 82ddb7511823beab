package org.tipline.triage;

import org.jspecify.annotations.Nullable;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.tipline.account.SignedIn;
import org.tipline.moderation.Moderation;

/** Puts a tip off. */
@Controller
class SnoozeController {

  private final Moderation moderation;
  private final SnoozeTimes times;
  private final Onward onward;

  SnoozeController(Moderation moderation, SnoozeTimes times, Onward onward) {
    this.moderation = moderation;
    this.times = times;
    this.onward = onward;
  }

  @PostMapping("/desk/tips/{reference}/snoozes")
  String snooze(
      @PathVariable String reference,
      ActForm form,
      @RequestParam(name = "for", required = false) @Nullable String howLong,
      @RequestParam(required = false) @Nullable String until,
      @AuthenticationPrincipal SignedIn me,
      QueueQuery query,
      RedirectAttributes flash) {
    var act = form.on(reference, me);
    moderation.snooze(act, times.read(howLong, until).orElse(null));
    return onward.after(act, "put off", form.mark(), query, flash);
  }
}
