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
  private final Texts texts;

  UndoController(Undo undo, Texts texts) {
    this.undo = undo;
    this.texts = texts;
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

  private Done done(Undo.Undone undone) {
    var touched = undone.touched().stream().map(tip -> texts.of("desk.done.changed", tip)).toList();
    var words =
        switch (undone.undone().size()) {
          case 0 -> texts.of("desk.done.undone.none");
          case 1 -> texts.of("desk.done.undone", undone.undone().getFirst());
          default -> texts.of("desk.done.undone.many", undone.undone().size());
        };
    return new Done(null, words, touched);
  }

  private static String page(Undo.Undone undone) {
    return undone.undone().size() == 1 ? "/desk/tips/" + undone.undone().getFirst() : "/desk";
  }
}
