package org.tipline.triage;

import java.util.UUID;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.tipline.account.SignedIn;
import org.tipline.moderation.Undo;

/** Takes back what was just done. */
@Controller
class UndoController {

  private final Undo undo;

  UndoController(Undo undo) {
    this.undo = undo;
  }

  @PostMapping("/desk/undos")
  String undo(
      @RequestParam UUID act,
      @AuthenticationPrincipal SignedIn me,
      QueueQuery query,
      RedirectAttributes flash) {
    var undone = undo.undo(act, me.seats());
    flash.addFlashAttribute(Done.NAME, done(undone));
    return "redirect:" + query.on(page(undone));
  }

  private static Done done(Undo.Undone undone) {
    var touched =
        undone.touched().stream().map(tip -> tip + " stays: it has changed since.").toList();
    var words =
        switch (undone.undone().size()) {
          case 0 -> "Nothing was undone";
          case 1 -> undone.undone().getFirst() + " is as it was";
          default -> undone.undone().size() + " tips are as they were";
        };
    return new Done(null, words, touched);
  }

  private static String page(Undo.Undone undone) {
    return undone.undone().size() == 1 ? "/desk/tips/" + undone.undone().getFirst() : "/desk";
  }
}
