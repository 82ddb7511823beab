package org.tipline.account;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.core.userdetails.UsernameNotFoundException;
import org.springframework.security.web.authentication.session.ChangeSessionIdAuthenticationStrategy;
import org.springframework.security.web.authentication.session.CompositeSessionAuthenticationStrategy;
import org.springframework.security.web.authentication.session.SessionAuthenticationStrategy;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;
import org.springframework.security.web.context.SecurityContextRepository;
import org.springframework.security.web.csrf.CsrfAuthenticationStrategy;
import org.springframework.stereotype.Component;

/** Signs in whoever has proved who they are to one of our own pages. */
@Component
class SignInHere {

  private final SecurityContextRepository contexts = new HttpSessionSecurityContextRepository();

  /** A session or token that somebody else may know ends here, as after a password. */
  private final SessionAuthenticationStrategy renewal;

  private final WhoSignsIn who;

  SignInHere(WhoSignsIn who, PublicUrl publicUrl) {
    this.who = who;
    this.renewal =
        new CompositeSessionAuthenticationStrategy(
            List.of(
                new ChangeSessionIdAuthenticationStrategy(),
                new CsrfAuthenticationStrategy(SecurityChains.csrfTokens(publicUrl))));
  }

  /** Where they start; empty: they may not come in any more. */
  Optional<String> signIn(UUID editor, HttpServletRequest request, HttpServletResponse response) {
    try {
      return Optional.of(signIn(who.byId(editor.toString()), request, response));
    } catch (UsernameNotFoundException _) {
      return Optional.empty();
    }
  }

  private String signIn(
      SignedInEditor editor, HttpServletRequest request, HttpServletResponse response) {
    var signedIn =
        UsernamePasswordAuthenticationToken.authenticated(editor, null, editor.getAuthorities());
    renewal.onAuthentication(signedIn, request, response);
    var context = SecurityContextHolder.createEmptyContext();
    context.setAuthentication(signedIn);
    SecurityContextHolder.setContext(context);
    contexts.saveContext(context, request, response);
    return Landing.of(signedIn);
  }
}
