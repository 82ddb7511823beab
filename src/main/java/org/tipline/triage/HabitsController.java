package org.tipline.triage;

import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.tipline.account.SignedIn;

/** How one editor likes to work. */
@Controller
class HabitsController {

  private final Screens screens;
  private final Habits habits;

  HabitsController(Screens screens, Habits habits) {
    this.screens = screens;
    this.habits = habits;
  }

  @GetMapping("/desk/habits")
  ModelAndView habits() {
    return screens.page("desk/habits");
  }

  @PostMapping("/desk/habits")
  String keep(
      @RequestParam(defaultValue = "false") boolean keys,
      @RequestParam(defaultValue = "false") boolean covers,
      @AuthenticationPrincipal SignedIn me,
      RedirectAttributes flash) {
    habits.keep(me.editorId(), keys, covers);
    flash.addFlashAttribute("kept", true);
    return "redirect:/desk/habits";
  }
}
