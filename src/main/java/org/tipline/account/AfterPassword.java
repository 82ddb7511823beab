package org.tipline.account;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Objects;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.authentication.AuthenticationSuccessHandler;
import org.springframework.stereotype.Component;

/** Where a right password leads: in, or to the second step for who has a passkey. */
@Component
class AfterPassword implements AuthenticationSuccessHandler {

  private final Landing landing = new Landing();
  private final Passkeys passkeys;
  private final SecondStep second;
  private final SignInThrottle throttle;

  AfterPassword(Passkeys passkeys, SecondStep second, SignInThrottle throttle) {
    this.passkeys = passkeys;
    this.second = second;
    this.throttle = throttle;
  }

  @Override
  public void onAuthenticationSuccess(
      HttpServletRequest request, HttpServletResponse response, Authentication authentication)
      throws IOException {
    throttle.remember(typed(request), ClientPrefix.of(request.getRemoteAddr()));
    if (authentication.getPrincipal() instanceof SignedIn me
        && !passkeys.of(me.editorId()).isEmpty()) {
      second.await(request, me.editorId());
      response.sendRedirect(SecondStepController.PAGE);
    } else {
      landing.onAuthenticationSuccess(request, response, authentication);
    }
  }

  private static String typed(HttpServletRequest signIn) {
    return Objects.requireNonNullElse(signIn.getParameter("username"), "");
  }
}
