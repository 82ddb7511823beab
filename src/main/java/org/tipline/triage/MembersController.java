package org.tipline.triage;

import static java.util.stream.Collectors.toSet;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.tipline.account.BadEditor;
import org.tipline.account.Desk;
import org.tipline.account.Editor;
import org.tipline.account.Editors;
import org.tipline.account.Member;
import org.tipline.account.SeatRole;
import org.tipline.account.Seating;
import org.tipline.account.SignedIn;

/** Who sits at a desk: its lead gives seats and takes them away. */
@Controller
class MembersController {

  private static final String PAGE = "/desk/desks/{slug}/members";

  private final Screens screens;
  private final OwnDesks desks;
  private final Seating seating;
  private final Editors editors;
  private final Heard heard;

  MembersController(
      Screens screens, OwnDesks desks, Seating seating, Editors editors, Heard heard) {
    this.screens = screens;
    this.desks = desks;
    this.seating = seating;
    this.editors = editors;
    this.heard = heard;
  }

  @GetMapping(PAGE)
  ModelAndView members(@PathVariable String slug, @AuthenticationPrincipal SignedIn me) {
    return page(desks.led(slug, me.seats()));
  }

  @PostMapping(PAGE)
  Object give(
      @PathVariable String slug,
      @RequestParam(required = false) @Nullable UUID person,
      @RequestParam SeatRole role,
      @AuthenticationPrincipal SignedIn me,
      RedirectAttributes flash) {
    var desk = desks.led(slug, me.seats());
    if (person == null) {
      return refused(desk, "Pick a person.");
    }
    try {
      seating.give(desk.id(), person, role);
    } catch (BadEditor problem) {
      return refused(desk, problem.getMessage());
    }
    return done("access.members.given", me.editorId().equals(person), flash);
  }

  @PostMapping(PAGE + "/removals")
  String take(
      @PathVariable String slug,
      @RequestParam UUID person,
      @AuthenticationPrincipal SignedIn me,
      RedirectAttributes flash) {
    seating.take(desks.led(slug, me.seats()).id(), person);
    return done("access.members.taken", me.editorId().equals(person), flash);
  }

  /** Who has changed their own seat may not see this page any more. */
  private static String done(String said, boolean isOwn, RedirectAttributes flash) {
    flash.addFlashAttribute("said", said);
    return isOwn ? "redirect:/desk" : "redirect:" + PAGE;
  }

  private ModelAndView refused(Desk desk, @Nullable String problem) {
    var page = page(desk).addObject("problem", heard.of(problem));
    page.setStatus(HttpStatus.BAD_REQUEST);
    return page;
  }

  private ModelAndView page(Desk desk) {
    var members = seating.members(desk.id());
    return screens
        .page("desk/members")
        .addObject("desk", desk)
        .addObject("members", members)
        .addObject("others", others(members))
        .addObject("roles", SeatRole.values());
  }

  private List<Editor> others(List<Member> members) {
    var seated = members.stream().map(Member::editor).collect(toSet());
    return editors.all().stream()
        .filter(editor -> editor.enabled() && !seated.contains(editor.id()))
        .toList();
  }
}
