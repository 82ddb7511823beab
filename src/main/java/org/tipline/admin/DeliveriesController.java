package org.tipline.admin;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.tipline.intake.Deliveries;
import org.tipline.intake.RawDeliveries;
import org.tipline.intake.SpoolWatch;

/** Deliveries that could not be read, whole or in part, and reading them again. */
@Controller
class DeliveriesController {

  private static final int SHOWN = 200;

  private final Deliveries deliveries;
  private final SpoolWatch spool;
  private final RawDeliveries raw;

  DeliveriesController(Deliveries deliveries, SpoolWatch spool, RawDeliveries raw) {
    this.deliveries = deliveries;
    this.spool = spool;
    this.raw = raw;
  }

  @GetMapping("/admin/deliveries")
  String deliveries(Model model) {
    model.addAttribute("parked", deliveries.parked(SHOWN));
    model.addAttribute("kinds", deliveries.parkedKinds(SHOWN));
    model.addAttribute("views", raw.views(SHOWN));
    model.addAttribute("remarks", deliveries.remarks(SHOWN));
    model.addAttribute("spool", spool.status());
    model.addAttribute("aside", spool.parked());
    return "admin/deliveries";
  }

  @PostMapping("/admin/deliveries/{id}/replay")
  String replay(@PathVariable UUID id, RedirectAttributes after) {
    if (deliveries.replay(id)) {
      after.addFlashAttribute("said", "The delivery is being read again.");
    } else {
      after.addFlashAttribute("problem", "That delivery is not parked any more.");
    }
    return "redirect:/admin/deliveries";
  }

  /** All, or, with both, what is parked of that channel for that reason. */
  @PostMapping("/admin/deliveries/replay")
  String replayMany(
      @RequestParam(required = false) @Nullable String channel,
      @RequestParam(required = false) @Nullable String failure,
      RedirectAttributes after) {
    var count =
        channel == null || failure == null
            ? deliveries.replayAll()
            : deliveries.replayKind(channel, failure);
    after.addFlashAttribute(
        "said",
        count == 1
            ? "1 delivery is being read again."
            : count + " deliveries are being read again.");
    return "redirect:/admin/deliveries";
  }
}
