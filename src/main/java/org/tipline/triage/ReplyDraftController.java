package org.tipline.triage;

import static java.util.stream.Collectors.joining;

import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.tipline.account.SignedIn;
import org.tipline.moderation.Queue;
import org.tipline.moderation.TipView;
import org.tipline.moderation.UnknownTip;
import org.tipline.reply.ReplyDrafts;

/** An editor's unsent reply, kept so that it outlives the page. */
@Controller
class ReplyDraftController {

  private final Queue queue;
  private final ReplyDrafts drafts;
  private final CannedReplies canned;

  ReplyDraftController(Queue queue, ReplyDrafts drafts, CannedReplies canned) {
    this.queue = queue;
    this.drafts = drafts;
    this.canned = canned;
  }

  @PostMapping("/desk/tips/{reference}/draft")
  String keep(
      @PathVariable String reference,
      @RequestParam MultiValueMap<String, String> fields,
      @AuthenticationPrincipal SignedIn me,
      QueueQuery query) {
    keep(reference, me, ReplyForm.of(fields));
    return "redirect:" + query.on("/desk/tips/" + reference) + "#reply";
  }

  /** What the page's script sends while the editor types. */
  @PostMapping(path = "/desk/tips/{reference}/draft", headers = "X-Quiet")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void keepQuietly(
      @PathVariable String reference,
      @RequestParam MultiValueMap<String, String> fields,
      @AuthenticationPrincipal SignedIn me) {
    keep(reference, me, ReplyForm.of(fields));
  }

  private void keep(String reference, SignedIn me, ReplyForm form) {
    var view =
        queue.find(me.seats().sight(), reference).orElseThrow(() -> new UnknownTip(reference));
    var id = form.form() == null ? UUID.randomUUID() : form.form();
    drafts.keep(view.tip(), me.seats(), id, words(view, form));
  }

  /** With the ready reply below them that the editor asked to add. */
  private String words(TipView view, ReplyForm form) {
    return Stream.of(Optional.of(form.words()), canned.find(view, form.canned()))
        .flatMap(Optional::stream)
        .filter(words -> !words.isEmpty())
        .collect(joining("\n"));
  }
}
