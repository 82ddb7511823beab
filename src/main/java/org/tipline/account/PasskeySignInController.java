package org.tipline.account;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseBody;
import org.springframework.web.servlet.ModelAndView;

/** Signing in by a passkey alone. */
@Controller
class PasskeySignInController {

  private static final String PATH = WaysIn.PAGE + "/passkey";

  private final PasskeySignIn passkeys;
  private final SignInHere signIn;
  private final SignInThrottle throttle;

  PasskeySignInController(PasskeySignIn passkeys, SignInHere signIn, SignInThrottle throttle) {
    this.passkeys = passkeys;
    this.signIn = signIn;
    this.throttle = throttle;
  }

  /** Slowed down by network: nobody guesses a passkey, but each challenge is a row. */
  @PostMapping(path = PATH + "/challenge", produces = MediaType.APPLICATION_JSON_VALUE)
  @ResponseBody
  String challenge(HttpServletRequest request) {
    throttle.slowDown(request);
    return passkeys.begin(null);
  }

  @PostMapping(PATH)
  ModelAndView signIn(
      @RequestParam(defaultValue = "") String credential,
      HttpServletRequest request,
      HttpServletResponse response) {
    return passkeys
        .finish(credential, null)
        .flatMap(editor -> signIn.signIn(editor, request, response))
        .map(place -> new ModelAndView("redirect:" + place))
        .orElseGet(PasskeySignInController::refused);
  }

  /** One answer whatever was wrong, so that it tells nothing. */
  static ModelAndView refused() {
    return new ModelAndView("account/sign-in", HttpStatus.BAD_REQUEST)
        .addObject("isPasskeyRefused", true);
  }
}
