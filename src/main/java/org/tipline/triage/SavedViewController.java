package org.tipline.triage;

import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.tipline.account.Desk;
import org.tipline.account.Desks;
import org.tipline.account.Seats;
import org.tipline.account.SignedIn;

/** Lists kept under a name: a new one, another name, none any more. */
@Controller
class SavedViewController {

  private static final int LONGEST = 40;

  private final Screens screens;
  private final SavedViews views;
  private final Filters filters;
  private final Desks desks;

  SavedViewController(Screens screens, SavedViews views, Filters filters, Desks desks) {
    this.screens = screens;
    this.views = views;
    this.filters = filters;
    this.desks = desks;
  }

  @GetMapping("/desk/views")
  ModelAndView views() {
    return screens.page("desk/views");
  }

  /** The list is the one in the address bar. */
  @PostMapping("/desk/views")
  String save(
      @RequestParam(required = false) @Nullable String name,
      @RequestParam(required = false) @Nullable String share,
      @AuthenticationPrincipal SignedIn me,
      QueueQuery query) {
    var tag = filters.read(query).facets().tag();
    var desk = Optional.ofNullable(share).map(slug -> led(slug, me.seats()));
    if (!views.save(me.seats(), desk.map(Desk::id).orElse(null), named(name), query.withTag(tag))) {
      throw new BadView("desk.views.bad.many", SavedViews.MOST);
    }
    return "redirect:" + query.on("/desk");
  }

  private Desk led(String slug, Seats me) {
    return desks
        .find(slug)
        .filter(desk -> me.leads(desk.id()))
        .orElseThrow(() -> new BadView("desk.views.bad.desk"));
  }

  @PostMapping("/desk/views/{id}/names")
  String rename(
      @PathVariable UUID id,
      @RequestParam(required = false) @Nullable String name,
      @AuthenticationPrincipal SignedIn me) {
    views.rename(me.seats(), id, named(name));
    return "redirect:/desk/views";
  }

  @PostMapping("/desk/views/{id}/removals")
  String remove(@PathVariable UUID id, @AuthenticationPrincipal SignedIn me) {
    views.remove(me.seats(), id);
    return "redirect:/desk/views";
  }

  /** Where the address bar stands after a refused form. */
  @GetMapping("/desk/views/{id}/{form:names|removals}")
  String back() {
    return "redirect:/desk/views";
  }

  private static String named(@Nullable String typed) {
    var name = typed == null ? "" : typed.strip().replaceAll("\\s+", " ");
    if (name.isEmpty() || name.length() > LONGEST) {
      throw new BadView("desk.views.bad.name", LONGEST);
    }
    return name;
  }
}
