package org.tipline.admin;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.tipline.notify.Notices;

/** How the notices to editors stand, and which could not be sent. */
@Controller
class NoticesController {

  private static final int SHOWN = 100;

  private final Notices notices;

  NoticesController(Notices notices) {
    this.notices = notices;
  }

  @GetMapping("/admin/notices")
  String notices(Model model) {
    model.addAttribute("counts", notices.counts());
    model.addAttribute("failed", notices.failed(SHOWN));
    return "admin/notices";
  }
}
