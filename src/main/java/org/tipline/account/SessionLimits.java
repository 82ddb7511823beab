package org.tipline.account;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.authentication.logout.SecurityContextLogoutHandler;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Ends a session that has lasted its day or whose editor is disabled: a sign-in that was under way
 * while the editor was disabled must not outlive it.
 */
class SessionLimits extends OncePerRequestFilter {

  private static final Duration LONGEST = Duration.ofHours(12);

  private final SecurityContextLogoutHandler end = new SecurityContextLogoutHandler();
  private final Editors editors;
  private final Clock clock;

  SessionLimits(Editors editors, Clock clock) {
    this.editors = editors;
    this.clock = clock;
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    var authentication = SecurityContextHolder.getContext().getAuthentication();
    if (authentication != null
        && authentication.getPrincipal() instanceof SignedInEditor editor
        && isOver(editor)) {
      end.logout(request, response, authentication);
    }
    chain.doFilter(request, response);
  }

  private boolean isOver(SignedInEditor editor) {
    return editor.signedInAt().plus(LONGEST).isBefore(clock.instant())
        || !editors.isEnabled(editor.editorId());
  }
}
