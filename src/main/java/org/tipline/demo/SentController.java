package org.tipline.demo;

import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** Shows an administrator what the demo would have sent into the world. */
@Controller
@Profile("demo")
class SentController {

  private final Mailbox mailbox;

  SentController(Mailbox mailbox) {
    this.mailbox = mailbox;
  }

  @GetMapping("/admin/sent")
  String show(Model model) {
    model.addAttribute("mails", mailbox.mails());
    return "demo/sent";
  }
}
