package org.tipline.triage;

import java.util.ArrayList;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.tipline.account.SignedIn;
import org.tipline.moderation.Act;
import org.tipline.moderation.Merges;
import org.tipline.moderation.Queue;
import org.tipline.moderation.UnknownTip;

/** Makes one tip of several by naming them, and parts them again. */
@Controller
class MergeController {

  private final Merges merges;
  private final Queue queue;
  private final Texts texts;

  MergeController(Merges merges, Queue queue, Texts texts) {
    this.merges = merges;
    this.queue = queue;
    this.texts = texts;
  }

  @PostMapping("/desk/tips/{reference}/merges")
  String merge(
      @PathVariable String reference,
      ActForm form,
      @RequestParam(name = "with", required = false) @Nullable String others,
      @AuthenticationPrincipal SignedIn me,
      QueueQuery query,
      RedirectAttributes flash) {
    var acts = new ArrayList<Act>();
    acts.add(form.on(reference, me));
    Stream.of((others == null ? "" : others).split("[\\s,]+"))
        .filter(other -> !other.isEmpty())
        .forEach(other -> acts.add(asItIs(acts.getFirst().id(), other, me)));
    var into = merges.merge(acts);
    flash.addFlashAttribute(
        Done.NAME, new Done(acts.getFirst().id(), texts.of("desk.done.merged", into)));
    return "redirect:" + query.on("/desk/tips/" + into);
  }

  /** The other one is not on the page: whatever it is now is what the editor means. */
  private Act asItIs(UUID act, String reference, SignedIn me) {
    var row = queue.row(me.seats().sight(), reference).orElseThrow(() -> new UnknownTip(reference));
    return new Act(act, me.seats(), row.reference(), row.version());
  }

  @PostMapping("/desk/tips/{reference}/separations")
  String separate(
      @PathVariable String reference, @AuthenticationPrincipal SignedIn me, QueueQuery query) {
    merges.separate(reference, me.seats());
    return "redirect:" + query.on("/desk/tips/" + reference);
  }
}
