package org.tipline.account;

import jakarta.servlet.http.HttpSession;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.springframework.stereotype.Component;

/**
 * Whether somebody signed in, or gave their password again, lately: whoever finds a screen unlocked
 * must not be able to make a way in of their own.
 */
@Component
class RecentSignIn {

  private static final Duration LATELY = Duration.ofMinutes(15);
  private static final String CONFIRMED = RecentSignIn.class.getName();

  private final Clock clock;

  RecentSignIn(Clock clock) {
    this.clock = clock;
  }

  boolean isOf(SignedIn me, HttpSession session) {
    return (me instanceof SignedInEditor editor && isLately(editor.signedInAt()))
        || (session.getAttribute(CONFIRMED) instanceof Instant at && isLately(at));
  }

  /** They have given their password again. */
  void confirm(HttpSession session) {
    session.setAttribute(CONFIRMED, clock.instant());
  }

  private boolean isLately(Instant at) {
    return at.plus(LATELY).isAfter(clock.instant());
  }
}
