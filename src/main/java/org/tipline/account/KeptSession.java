package org.tipline.account;

import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.session.Session;

/**
 * A session that is written down as used once a minute, and never for what an open page asks by
 * itself: that would keep an editor signed in who has left.
 *
 * @param isUsed an editor asks, not their page
 */
record KeptSession<S extends Session>(S kept, boolean isUsed) implements Session {

  private static final Duration MINUTE = Duration.ofMinutes(1);

  @Override
  public void setLastAccessedTime(Instant at) {
    if (isUsed && !at.isBefore(kept.getLastAccessedTime().plus(MINUTE))) {
      kept.setLastAccessedTime(at);
    }
  }

  @Override
  public Instant getLastAccessedTime() {
    return kept.getLastAccessedTime();
  }

  @Override
  public String getId() {
    return kept.getId();
  }

  @Override
  public String changeSessionId() {
    return kept.changeSessionId();
  }

  @Override
  @SuppressWarnings("TypeParameterUnusedInFormals") // it is Spring Session's
  public <T> @Nullable T getAttribute(String name) {
    return kept.getAttribute(name);
  }

  @Override
  public Set<String> getAttributeNames() {
    return kept.getAttributeNames();
  }

  @Override
  public void setAttribute(String name, Object value) {
    kept.setAttribute(name, value);
  }

  @Override
  public void removeAttribute(String name) {
    kept.removeAttribute(name);
  }

  @Override
  public Instant getCreationTime() {
    return kept.getCreationTime();
  }

  @Override
  public void setMaxInactiveInterval(Duration interval) {
    kept.setMaxInactiveInterval(interval);
  }

  @Override
  public Duration getMaxInactiveInterval() {
    return kept.getMaxInactiveInterval();
  }

  @Override
  public boolean isExpired() {
    return kept.isExpired();
  }
}
