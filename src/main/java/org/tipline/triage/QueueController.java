package org.tipline.triage;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.servlet.ModelAndView;
import org.tipline.account.SignedIn;
import org.tipline.moderation.Queue;
import org.tipline.moderation.TipView;

/** The queue: what waits, longest first; and the lists of what was decided. */
@Controller
class QueueController {

  private final Screens screens;
  private final Queue queue;

  QueueController(Screens screens, Queue queue) {
    this.screens = screens;
    this.queue = queue;
  }

  @GetMapping("/desk")
  ModelAndView queue(QueueQuery query, @AuthenticationPrincipal SignedIn me) {
    return named(query.q(), me)
        .map(view -> new ModelAndView("redirect:/desk/tips/" + view.tip().reference()))
        .orElseGet(() -> screens.queue(query));
  }

  /** Who types a whole reference means that one tip, wherever it stands. */
  private Optional<TipView> named(@Nullable String q, SignedIn me) {
    return Optional.ofNullable(q).flatMap(words -> queue.find(me.seats().sight(), words));
  }
}
