package org.tipline.account;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.authentication.AuthenticationSuccessHandler;

/** Where an editor starts: at the desk, or in the administration if that is all they may see. */
class Landing implements AuthenticationSuccessHandler {

  @Override
  public void onAuthenticationSuccess(
      HttpServletRequest request, HttpServletResponse response, Authentication authentication)
      throws IOException {
    response.sendRedirect(of(authentication));
  }

  static String of(Authentication authentication) {
    var isEditor =
        authentication.getAuthorities().stream()
            .anyMatch(authority -> "ROLE_EDITOR".equals(authority.getAuthority()));
    return isEditor ? "/desk" : "/admin";
  }
}
