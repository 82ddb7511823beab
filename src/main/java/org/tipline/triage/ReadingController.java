package org.tipline.triage;

import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.tipline.account.SignedIn;
import org.tipline.moderation.Presence;
import org.tipline.moderation.PresentEditor;

/** Hears from open pages which tip they read. */
@Controller
class ReadingController {

  private final Presence presence;

  ReadingController(Presence presence) {
    this.presence = presence;
  }

  @PostMapping("/desk/readings")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void reading(
      @RequestParam String page,
      @RequestParam(required = false) @Nullable String reference,
      @AuthenticationPrincipal SignedIn me) {
    presence.says(
        me.seats().sight(), page, new PresentEditor(me.editorId(), me.editorName()), reference);
  }
}
