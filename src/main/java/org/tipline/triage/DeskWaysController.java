package org.tipline.triage;

import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** How a desk works: when its tips turn amber and red, why it does not use one. */
@Controller
class DeskWaysController {

  private final Screens screens;
  private final DeskWays ways;

  DeskWaysController(Screens screens, DeskWays ways) {
    this.screens = screens;
    this.ways = ways;
  }

  @GetMapping("/desk/desks/{slug}")
  ModelAndView ways(@PathVariable String slug) {
    var page = screens.page("desk/desk-ways");
    var around = (Around) page.getModel().get("around");
    if (around == null || !around.has(slug)) {
      return screens.problem(HttpStatus.NOT_FOUND, "There is no such desk.");
    }
    return page.addObject("desk", around.desk(slug));
  }

  @PostMapping("/desk/desks/{slug}")
  Object keep(@PathVariable String slug, DeskWays.Typed typed, RedirectAttributes flash) {
    try {
      ways.keep(slug, typed);
    } catch (BadDeskWays problem) {
      var page = ways(slug).addObject("problem", problem.getMessage()).addObject("typed", typed);
      page.setStatus(HttpStatus.BAD_REQUEST);
      return page;
    }
    flash.addFlashAttribute("kept", true);
    return "redirect:/desk/desks/{slug}";
  }
}
