package org.tipline.account;

import jakarta.servlet.http.HttpSession;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseBody;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** A person's own passkeys: made, named and removed by themselves. */
@Controller
class OwnPasskeysController {

  private static final String PATH = OwnAccountController.PAGE + "/passkeys";
  private static final int LONGEST_NAME = 60;

  private final NewPasskeys fresh;
  private final PasskeyRemoval removal;
  private final RecoveryCodes codes;
  private final RecentSignIn recent;
  private final OwnAccountPage page;

  OwnPasskeysController(
      NewPasskeys fresh,
      PasskeyRemoval removal,
      RecoveryCodes codes,
      RecentSignIn recent,
      OwnAccountPage page) {
    this.fresh = fresh;
    this.removal = removal;
    this.codes = codes;
    this.recent = recent;
    this.page = page;
  }

  @PostMapping(path = PATH + "/challenge", produces = MediaType.APPLICATION_JSON_VALUE)
  @ResponseBody
  String challenge(@AuthenticationPrincipal SignedIn me, HttpSession session) {
    if (!recent.isOf(me, session)) {
      throw new ResponseStatusException(HttpStatus.CONFLICT);
    }
    return fresh.begin(me.editorId());
  }

  /** Whoever has no recovery codes gets them with it, or a lost passkey would keep them out. */
  @PostMapping(PATH)
  ModelAndView keep(
      @RequestParam(defaultValue = "") String credential,
      @RequestParam(defaultValue = "") String label,
      @AuthenticationPrincipal SignedIn me,
      Authentication who,
      HttpSession session,
      RedirectAttributes after) {
    if (!recent.isOf(me, session)) {
      return page.of(me, who, session, "late", HttpStatus.CONFLICT);
    }
    if (!fresh.keep(me.editorId(), credential, named(label))) {
      return page.of(me, who, session, "unmade", HttpStatus.BAD_REQUEST);
    }
    return codes.left(me.editorId()) == 0
        ? RecoveryCodesController.shown(codes.make(me.editorId()))
        : back(after, "made");
  }

  @PostMapping(PATH + "/{id}/removal")
  ModelAndView remove(
      @PathVariable UUID id,
      @AuthenticationPrincipal SignedIn me,
      Authentication who,
      HttpSession session,
      RedirectAttributes after) {
    if (!recent.isOf(me, session)) {
      return page.of(me, who, session, "late", HttpStatus.CONFLICT);
    }
    return removal.remove(me.editorId(), id, session.getId())
        ? back(after, "removed")
        : page.of(me, who, session, "gone", HttpStatus.NOT_FOUND);
  }

  private static ModelAndView back(RedirectAttributes after, String what) {
    after.addFlashAttribute("passkeySaid", what);
    return new ModelAndView("redirect:" + OwnAccountController.PAGE);
  }

  private static String named(String label) {
    var name =
        label
            .strip()
            .codePoints()
            .filter(symbol -> !Character.isISOControl(symbol))
            .limit(LONGEST_NAME)
            .mapToObj(Character::toString)
            .collect(Collectors.joining());
    return name.isEmpty() ? "Passkey" : name;
  }
}
