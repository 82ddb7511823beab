package org.tipline.account;

import java.time.Instant;
import java.util.Set;
import java.util.UUID;

/** A person who signs in. */
public record Editor(
    UUID id, String email, String name, Set<Role> roles, boolean enabled, Instant createdAt) {

  public Editor {
    roles = Set.copyOf(roles);
  }
}
