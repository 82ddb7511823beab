package org.tipline.triage;

import java.util.UUID;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.tipline.account.SignedIn;
import org.tipline.moderation.Queue;
import org.tipline.moderation.TipRow;
import org.tipline.moderation.UnknownTip;
import org.tipline.reply.Replies;

/** What an editor makes of a reply that failed, or that nobody knows the fate of. */
@Controller
class ReplyFateController {

  private static final String REPLY = "/desk/tips/{reference}/replies/{id:[0-9a-f-]{36}}";

  private final Queue queue;
  private final Replies replies;

  ReplyFateController(Queue queue, Replies replies) {
    this.queue = queue;
    this.replies = replies;
  }

  @PostMapping(REPLY + "/tries")
  String sendAgain(
      @PathVariable String reference,
      @PathVariable UUID id,
      @AuthenticationPrincipal SignedIn me,
      QueueQuery query) {
    replies.sendAgain(tip(reference, me), id, me.seats());
    return back(reference, id, query);
  }

  @PostMapping(REPLY + "/losses")
  String lost(
      @PathVariable String reference,
      @PathVariable UUID id,
      @AuthenticationPrincipal SignedIn me,
      QueueQuery query) {
    replies.markNotArrived(tip(reference, me), id, me.seats());
    return back(reference, id, query);
  }

  private TipRow tip(String reference, SignedIn me) {
    return queue.row(me.seats().sight(), reference).orElseThrow(() -> new UnknownTip(reference));
  }

  private static String back(String reference, UUID id, QueueQuery query) {
    return "redirect:" + query.on("/desk/tips/" + reference) + "#reply-" + id;
  }

  /** Where the address bar stands after a refused form: asking for it again means the tip. */
  @GetMapping(REPLY + "/{form:tries|losses}")
  String back() {
    return "redirect:/desk/tips/{reference}";
  }
}
