package org.tipline.account;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseBody;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.ModelAndView;

/** What is asked for after a right password. */
@Controller
class SecondStepController {

  static final String PAGE = WaysIn.PAGE + "/second";

  private final SecondStep second;
  private final PasskeySignIn passkeys;
  private final RecoveryCodes codes;
  private final SignInHere signIn;
  private final SignInThrottle throttle;

  SecondStepController(
      SecondStep second,
      PasskeySignIn passkeys,
      RecoveryCodes codes,
      SignInHere signIn,
      SignInThrottle throttle) {
    this.second = second;
    this.passkeys = passkeys;
    this.codes = codes;
    this.signIn = signIn;
    this.throttle = throttle;
  }

  @GetMapping(PAGE)
  ModelAndView second(HttpServletRequest request) {
    return second.awaited(request).map(this::page).orElseGet(SecondStepController::again);
  }

  @PostMapping(path = PAGE + "/challenge", produces = MediaType.APPLICATION_JSON_VALUE)
  @ResponseBody
  String challenge(HttpServletRequest request) {
    return second
        .awaited(request)
        .map(passkeys::begin)
        .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
  }

  @PostMapping(PAGE)
  ModelAndView passkey(
      @RequestParam(defaultValue = "") String credential,
      HttpServletRequest request,
      HttpServletResponse response) {
    return second
        .awaited(request)
        .map(
            editor ->
                passkeys.finish(credential, editor).isPresent()
                    ? finish(editor, request, response)
                    : refused(editor, "passkey"))
        .orElseGet(SecondStepController::again);
  }

  /** Guessing is slowed down as with passwords. */
  @PostMapping(PAGE + "/code")
  ModelAndView code(
      @RequestParam(defaultValue = "") String code,
      HttpServletRequest request,
      HttpServletResponse response) {
    return second
        .awaited(request)
        .map(
            editor -> {
              throttle.slowDown("code " + editor, request);
              return codes.use(editor, code)
                  ? finish(editor, request, response)
                  : refused(editor, "code");
            })
        .orElseGet(SecondStepController::again);
  }

  private ModelAndView finish(
      UUID editor, HttpServletRequest request, HttpServletResponse response) {
    second.end(request);
    return signIn
        .signIn(editor, request, response)
        .map(place -> new ModelAndView("redirect:" + place))
        .orElseGet(PasskeySignInController::refused);
  }

  private ModelAndView refused(UUID editor, String what) {
    var page = page(editor).addObject("refused", what);
    page.setStatus(HttpStatus.BAD_REQUEST);
    return page;
  }

  private ModelAndView page(UUID editor) {
    return new ModelAndView("account/second").addObject("hasCodes", codes.left(editor) > 0);
  }

  private static ModelAndView again() {
    return new ModelAndView("redirect:" + WaysIn.PAGE + "?again");
  }
}
