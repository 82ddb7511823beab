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
 * while the editor was disabled must not outlive it. Everybody else is told where they sit.
 */
class SessionLimits extends OncePerRequestFilter {

  private static final Duration LONGEST = Duration.ofHours(12);

  private final SecurityContextLogoutHandler end = new SecurityContextLogoutHandler();
  private final Seating seating;
  private final Clock clock;

  SessionLimits(Seating seating, Clock clock) {
    this.seating = seating;
    this.clock = clock;
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    var authentication = SecurityContextHolder.getContext().getAuthentication();
    if (authentication != null
        && authentication.getPrincipal() instanceof SignedInEditor editor
        && (isOver(editor) || !isSeated(editor))) {
      end.logout(request, response, authentication);
    }
    chain.doFilter(request, response);
  }

  private boolean isOver(SignedInEditor editor) {
    return editor.signedInAt().plus(LONGEST).isBefore(clock.instant());
  }

  /** False for who is disabled. */
  private boolean isSeated(SignedInEditor editor) {
    var seats = seating.of(editor.editorId());
    seats.ifPresent(editor::sitAt);
    return seats.isPresent();
  }
}
