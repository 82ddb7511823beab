package org.tipline.admin;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.tipline.reply.ReplyTroubles;

/** How the replies to readers stand, and which did not simply go out. */
@Controller
class RepliesController {

  private static final int SHOWN = 100;

  private final ReplyTroubles replies;

  RepliesController(ReplyTroubles replies) {
    this.replies = replies;
  }

  @GetMapping("/admin/replies")
  String replies(Model model) {
    model.addAttribute("counts", replies.counts());
    model.addAttribute("troubled", replies.troubled(SHOWN));
    return "admin/replies";
  }
}
