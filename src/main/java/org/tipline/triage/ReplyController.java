package org.tipline.triage;

import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.tipline.account.SignedIn;
import org.tipline.moderation.Queue;
import org.tipline.moderation.UnknownTip;
import org.tipline.reply.Answers;

/** Replies to the reader of a tip. */
@Controller
class ReplyController {

  private final Queue queue;
  private final AnswerCheck check;
  private final Answers answers;

  ReplyController(Queue queue, AnswerCheck check, Answers answers) {
    this.queue = queue;
    this.check = check;
    this.answers = answers;
  }

  @PostMapping("/desk/tips/{reference}/replies")
  String send(
      @PathVariable String reference,
      @RequestParam MultiValueMap<String, String> fields,
      @AuthenticationPrincipal SignedIn me,
      QueueQuery query) {
    var view =
        queue.find(me.seats().sight(), reference).orElseThrow(() -> new UnknownTip(reference));
    answers.send(check.answer(view, ReplyForm.of(fields), me.seats()));
    return "redirect:" + query.on("/desk/tips/" + reference) + "#reply";
  }

  /** Where the address bar stands after a refused form: asking for it again means the tip. */
  @GetMapping("/desk/tips/{reference}/{form:replies|draft}")
  String back() {
    return "redirect:/desk/tips/{reference}";
  }
}
