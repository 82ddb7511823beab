package org.tipline.account;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;
import org.springframework.stereotype.Component;

/** Who has given a right password and not yet their passkey, or a recovery code. */
@Component
class SecondStep {

  private static final Duration PATIENCE = Duration.ofMinutes(5);
  private static final String AWAITED = Awaited.class.getName();

  private final Clock clock;

  SecondStep(Clock clock) {
    this.clock = clock;
  }

  /**
   * Takes back the sign-in that the password brought, before the answer writes the session down.
   */
  void await(HttpServletRequest request, UUID editor) {
    SecurityContextHolder.clearContext();
    var session = request.getSession();
    session.removeAttribute(HttpSessionSecurityContextRepository.SPRING_SECURITY_CONTEXT_KEY);
    session.setAttribute(AWAITED, new Awaited(editor, clock.instant()));
  }

  /** Who is awaited in this browser; empty: nobody, or no more. Makes no session. */
  Optional<UUID> awaited(HttpServletRequest request) {
    var session = request.getSession(false);
    return session != null
            && session.getAttribute(AWAITED) instanceof Awaited awaited
            && awaited.since().plus(PATIENCE).isAfter(clock.instant())
        ? Optional.of(awaited.editor())
        : Optional.empty();
  }

  void end(HttpServletRequest request) {
    request.getSession().removeAttribute(AWAITED);
  }
}
