package org.tipline.triage;

import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
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
  private final DeskLanguages languages;
  private final Texts texts;

  HabitsController(Screens screens, Habits habits, DeskLanguages languages, Texts texts) {
    this.screens = screens;
    this.habits = habits;
    this.languages = languages;
    this.texts = texts;
  }

  @GetMapping("/desk/habits")
  ModelAndView habits() {
    return screens.page("desk/habits");
  }

  @PostMapping("/desk/habits")
  Object keep(
      @RequestParam(defaultValue = "false") boolean keys,
      @RequestParam(defaultValue = "false") boolean covers,
      @RequestParam(required = false) @Nullable String language,
      @AuthenticationPrincipal SignedIn me,
      RedirectAttributes flash) {
    if (language != null && !languages.has(language)) {
      return screens.problem(HttpStatus.BAD_REQUEST, texts.of("desk.habits.bad"));
    }
    habits.keep(me.editorId(), keys, covers, language);
    flash.addFlashAttribute("kept", true);
    return "redirect:/desk/habits";
  }
}
