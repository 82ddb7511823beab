package org.tipline.triage;

import org.jspecify.annotations.Nullable;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.tipline.account.SignedIn;
import org.tipline.moderation.Notes;

/** Notes for colleagues. */
@Controller
class NoteController {

  private final Notes notes;

  NoteController(Notes notes) {
    this.notes = notes;
  }

  @PostMapping("/desk/tips/{reference}/notes")
  String note(
      @PathVariable String reference,
      ActForm form,
      @RequestParam(required = false) @Nullable String text,
      @AuthenticationPrincipal SignedIn me,
      QueueQuery query) {
    notes.write(form.id(), reference, me.seats(), text == null ? "" : text);
    return "redirect:" + query.on("/desk/tips/" + reference);
  }
}
