package org.tipline.triage;

import org.jspecify.annotations.Nullable;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.tipline.account.SignedIn;
import org.tipline.moderation.Tags;

/** The words a tip is filed under. */
@Controller
class TagController {

  private final Tags tags;

  TagController(Tags tags) {
    this.tags = tags;
  }

  @PostMapping("/desk/tips/{reference}/tags")
  String add(
      @PathVariable String reference,
      @RequestParam(required = false) @Nullable String tags,
      @AuthenticationPrincipal SignedIn me,
      QueueQuery query) {
    this.tags.add(reference, me.seats(), tags == null ? "" : tags);
    return "redirect:" + query.on("/desk/tips/" + reference);
  }

  @PostMapping("/desk/tips/{reference}/tag-removals")
  String remove(
      @PathVariable String reference,
      @RequestParam String tag,
      @AuthenticationPrincipal SignedIn me,
      QueueQuery query) {
    tags.remove(reference, me.seats(), tag);
    return "redirect:" + query.on("/desk/tips/" + reference);
  }
}
