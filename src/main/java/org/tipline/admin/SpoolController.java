package org.tipline.admin;

import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.tipline.intake.SpoolWatch;

/** Files of the spool that were put aside, and trying them again. */
@Controller
class SpoolController {

  private final SpoolWatch spool;

  SpoolController(SpoolWatch spool) {
    this.spool = spool;
  }

  @PostMapping("/admin/spool/replay")
  String readAgain(RedirectAttributes after) {
    var count = spool.readAgain();
    after.addFlashAttribute(
        "said",
        count == 1
            ? "1 file of the spool is being read again."
            : count + " files of the spool are being read again.");
    return "redirect:/admin/deliveries";
  }
}
