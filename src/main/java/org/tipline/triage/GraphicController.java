package org.tipline.triage;

import java.util.UUID;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.tipline.account.SignedIn;
import org.tipline.moderation.GraphicFiles;

/** Covers a file for everyone, and uncovers it. */
@Controller
class GraphicController {

  private final GraphicFiles graphic;
  private final TipFiles files;

  GraphicController(GraphicFiles graphic, TipFiles files) {
    this.graphic = graphic;
    this.files = files;
  }

  @PostMapping("/desk/files/{id}/graphic")
  String mark(
      @PathVariable UUID id,
      @RequestParam(defaultValue = "true") boolean on,
      @RequestParam String open,
      @AuthenticationPrincipal SignedIn me,
      QueueQuery query) {
    var tip = files.tipOf(me.seats().sight(), id).reference();
    if (on) {
      graphic.mark(tip, me.seats(), id);
    } else {
      graphic.unmark(tip, me.seats(), id);
    }
    return "redirect:" + query.on("/desk/tips/" + open.replaceAll("[^\\w-]", ""));
  }
}
