package org.tipline.triage;

import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.servlet.ModelAndView;

/** One tip with all that belongs to it. */
@Controller("deskTipController") // the public form has its TipController too
class TipController {

  private final Screens screens;

  TipController(Screens screens) {
    this.screens = screens;
  }

  @GetMapping("/desk/tips/{reference}")
  ModelAndView tip(@PathVariable String reference, QueueQuery query) {
    return screens.tip(reference, query);
  }

  /**
   * The same for a page that expects to show it next: nobody reads it yet, and what was just done
   * is not said here.
   */
  @GetMapping("/desk/ahead/{reference}")
  ModelAndView ahead(@PathVariable String reference, QueueQuery query) {
    return screens.tip(reference, query);
  }

  /** Where the address bar stands after a refused form: asking for it again means the tip. */
  @GetMapping(
      "/desk/tips/{reference}/{form:claim|release|decisions|notes|assignments|moves|snoozes|tags|tag-removals|merges|separations}")
  String back() {
    return "redirect:/desk/tips/{reference}";
  }
}
