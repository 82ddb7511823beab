package org.tipline.triage;

import java.util.Objects;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.tipline.account.Desk;
import org.tipline.account.SignedIn;

/** How a desk works: when its tips turn amber and red, why it does not use one. */
@Controller
class DeskWaysController {

  private final Screens screens;
  private final OwnDesks desks;
  private final DeskWays ways;
  private final Texts texts;

  DeskWaysController(Screens screens, OwnDesks desks, DeskWays ways, Texts texts) {
    this.screens = screens;
    this.desks = desks;
    this.ways = ways;
    this.texts = texts;
  }

  @GetMapping("/desk/desks/{slug}")
  ModelAndView ways(@PathVariable String slug, @AuthenticationPrincipal SignedIn me) {
    return page(desks.find(slug, me.seats()));
  }

  private ModelAndView page(Desk desk) {
    var page = screens.page("desk/desk-ways");
    var around = (Around) page.getModel().get("around");
    return page.addObject("desk", Objects.requireNonNull(around).desk(desk.slug()));
  }

  private ModelAndView page(Desk desk, String problem, DeskWays.Typed typed, HttpStatus status) {
    var page = page(desk).addObject("problem", problem).addObject("typed", typed);
    page.setStatus(status);
    return page;
  }

  @PostMapping("/desk/desks/{slug}")
  Object keep(
      @PathVariable String slug,
      DeskWays.Typed typed,
      @AuthenticationPrincipal SignedIn me,
      RedirectAttributes flash) {
    var desk = desks.led(slug, me.seats());
    try {
      ways.keep(desk, typed);
    } catch (BadDeskWays problem) {
      return page(desk, texts.of(problem), typed, HttpStatus.BAD_REQUEST);
    } catch (StaleDeskWays stale) {
      return page(desk, texts.of("desk.ways.stale"), typed, HttpStatus.CONFLICT)
          .addObject("isStale", true);
    }
    flash.addFlashAttribute("kept", true);
    return "redirect:/desk/desks/{slug}";
  }
}
