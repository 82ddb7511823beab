package org.tipline.triage;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.tipline.account.SignedIn;
import org.tipline.moderation.BadDecision;
import org.tipline.moderation.Decision;
import org.tipline.moderation.Moderation;
import org.tipline.reply.PublishedNotes;

/** Decisions about a tip. */
@Controller
class DecisionController {

  private final Moderation moderation;
  private final PublishedNotes notes;
  private final Onward onward;

  DecisionController(Moderation moderation, PublishedNotes notes, Onward onward) {
    this.moderation = moderation;
    this.notes = notes;
    this.onward = onward;
  }

  @PostMapping("/desk/tips/{reference}/decisions")
  String decide(
      @PathVariable String reference,
      ActForm form,
      Choice choice,
      @RequestParam(defaultValue = "false") boolean over,
      @AuthenticationPrincipal SignedIn me,
      QueueQuery query,
      RedirectAttributes flash) {
    var act = form.on(reference, me);
    var decision = choice.decision();
    if (over) {
      moderation.overrule(act, decision);
    } else {
      moderation.decide(act, decision);
    }
    var untold = choice.tellsReader() ? notes.tell(reference, me.seats()) : Set.<String>of();
    return onward.after(act, decision.inWords(), List.copyOf(untold), form.mark(), query, flash);
  }

  /**
   * What the form sends; moderation judges reason and link.
   *
   * @param because the desk's own reason
   * @param reason the editor's words
   * @param tell whether the reader is told of the story; null: no
   */
  record Choice(
      @Nullable String kind,
      @Nullable String because,
      @Nullable String reason,
      @Nullable String link,
      @Nullable String tell) {

    boolean tellsReader() {
      return "publish".equals(kind) && tell != null;
    }

    Decision decision() {
      return switch (kind) {
        case "accept" -> new Decision.Accept();
        case "reject" -> new Decision.Reject(why());
        case "spam" -> new Decision.Spam();
        case "publish" -> new Decision.Publish(link == null ? "" : link);
        case "reopen" -> new Decision.Reopen();
        case null, default -> throw new BadDecision("Pick what to do with this tip.");
      };
    }

    private String why() {
      return Stream.of(Optional.ofNullable(because), Optional.ofNullable(reason))
          .flatMap(Optional::stream)
          .collect(Collectors.joining(": "));
    }
  }
}
