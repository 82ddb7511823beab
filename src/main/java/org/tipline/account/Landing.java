package org.tipline.account;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.GrantedAuthority;
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
    var roles =
        authentication.getAuthorities().stream().map(GrantedAuthority::getAuthority).toList();
    return roles.contains("ROLE_EDITOR") || !roles.contains("ROLE_ADMIN") ? "/desk" : "/admin";
  }
}
