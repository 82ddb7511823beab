package org.tipline.triage;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** What an open page asks for again when it hears that the queue has changed. */
@Controller
class LiveController {

  private final Screens screens;

  LiveController(Screens screens) {
    this.screens = screens;
  }

  @GetMapping("/desk/live")
  ModelAndView live(QueueQuery query, @RequestParam(required = false) @Nullable String open) {
    return screens.live(query, open);
  }
}
