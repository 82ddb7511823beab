package org.tipline.triage;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.tipline.account.SignedIn;
import org.tipline.moderation.Act;
import org.tipline.moderation.BadDecision;
import org.tipline.moderation.Bulk;

/** One act on all tips that are selected. */
@Controller
class BulkController {

  private final Bulk bulk;
  private final BulkActs acts;
  private final Texts texts;
  private final Heard heard;

  BulkController(Bulk bulk, BulkActs acts, Texts texts, Heard heard) {
    this.bulk = bulk;
    this.acts = acts;
    this.texts = texts;
    this.heard = heard;
  }

  @PostMapping("/desk/bulk")
  String act(
      @RequestParam(required = false) @Nullable List<String> pick,
      @RequestParam(required = false) @Nullable UUID act,
      BulkForm form,
      @AuthenticationPrincipal SignedIn me,
      QueueQuery query,
      RedirectAttributes flash) {
    me.seats().requireWork();
    var id = act == null ? Act.newId() : act;
    var picked = picked(pick == null ? List.of() : pick, id, me);
    flash.addFlashAttribute(Done.NAME, done(id, picked, form));
    return "redirect:" + query.on("/desk");
  }

  private Done done(UUID id, List<Act> picked, BulkForm form) {
    if ("merge".equals(form.kind())) {
      return new Done(id, texts.of("desk.done.merged", bulk.merge(picked)));
    }
    var one = acts.read(form);
    var outcome = bulk.each(picked, one.act());
    var words = texts.of("desk.each." + Texts.key(one.inWords()), outcome.done());
    var failed = outcome.failed().stream().map(heard::ofTip).toList();
    return new Done(outcome.done() > 0 && one.isUndoable() ? id : null, words, failed);
  }

  /** {@code K7F-3QXM:12}: the reference and the version that was on the page. */
  private static List<Act> picked(List<String> picks, UUID id, SignedIn me) {
    var acts = new ArrayList<Act>();
    for (var pick : picks) {
      var parts = pick.split(":", 2);
      try {
        acts.add(new Act(id, me.seats(), parts[0], Long.parseLong(parts[parts.length - 1])));
      } catch (NumberFormatException e) {
        throw new BadDecision("The selection did not arrive whole; load the page again.");
      }
    }
    return acts;
  }
}
