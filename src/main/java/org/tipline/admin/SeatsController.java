package org.tipline.admin;

import java.util.List;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.tipline.account.BadEditor;
import org.tipline.account.Desks;
import org.tipline.account.Editor;
import org.tipline.account.Editors;
import org.tipline.account.SeatRole;
import org.tipline.account.Seating;

/** At which desks an editor sits, and what they may do there. */
@Controller
class SeatsController {

  private static final String PAGE = "/admin/editors/{id}/seats";

  private final Editors editors;
  private final Desks desks;
  private final Seating seating;

  SeatsController(Editors editors, Desks desks, Seating seating) {
    this.editors = editors;
    this.desks = desks;
    this.seating = seating;
  }

  @GetMapping(PAGE)
  ModelAndView seats(@PathVariable UUID id) {
    return new ModelAndView("admin/seats")
        .addObject("editor", editor(id))
        .addObject("desks", desks.all())
        .addObject("seats", seating.rolesOf(id))
        .addObject("roles", SeatRole.values());
  }

  /** {@code seat} is a desk's id and, after a colon, the role there; nothing after it: no seat. */
  @PostMapping(PAGE)
  String keep(
      @PathVariable UUID id,
      @RequestParam(defaultValue = "") List<String> seat,
      RedirectAttributes after) {
    var editor = editor(id);
    try {
      var seats = seat.stream().map(SeatsController::read).toList();
      seats.forEach(each -> keep(each, id));
      after.addFlashAttribute("said", editor.name() + " sits as you said, from now on.");
    } catch (BadEditor e) {
      after.addFlashAttribute("problem", e.getMessage());
    }
    return "redirect:" + PAGE;
  }

  private void keep(Seat seat, UUID editor) {
    if (seat.role().isEmpty()) {
      seating.take(seat.desk(), editor);
    } else {
      seating.give(seat.desk(), editor, SeatRole.valueOf(seat.role()));
    }
  }

  private static Seat read(String typed) {
    var parts = typed.split(":", 2);
    try {
      var role = parts.length < 2 || parts[1].isEmpty() ? "" : SeatRole.valueOf(parts[1]).name();
      return new Seat(UUID.fromString(parts[0]), role);
    } catch (IllegalArgumentException e) {
      throw new BadEditor("The form did not arrive whole; load the page again.");
    }
  }

  private Editor editor(UUID id) {
    return editors.find(id).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
  }

  /** {@code role} empty: none. */
  private record Seat(UUID desk, String role) {}
}
