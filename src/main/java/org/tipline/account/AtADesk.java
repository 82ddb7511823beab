package org.tipline.account;

import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.security.authorization.AuthorityAuthorizationManager;
import org.springframework.security.authorization.AuthorizationDecision;
import org.springframework.security.authorization.AuthorizationManager;
import org.springframework.security.authorization.AuthorizationResult;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.access.intercept.RequestAuthorizationContext;

/**
 * Who comes to the desk: editors, and whoever has a seat by now. What they see there, their seats
 * say.
 */
class AtADesk implements AuthorizationManager<RequestAuthorizationContext> {

  private final AuthorizationManager<RequestAuthorizationContext> editors =
      AuthorityAuthorizationManager.hasRole(Role.EDITOR.name());

  @Override
  public @Nullable AuthorizationResult authorize(
      Supplier<? extends @Nullable Authentication> who, RequestAuthorizationContext request) {
    return isSeated(who.get()) ? new AuthorizationDecision(true) : editors.authorize(who, request);
  }

  private static boolean isSeated(@Nullable Authentication who) {
    return who != null
        && who.getPrincipal() instanceof SignedIn me
        && !me.seats().roles().isEmpty();
  }
}
