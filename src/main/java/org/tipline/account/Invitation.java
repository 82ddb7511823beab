package org.tipline.account;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/**
 * Somebody who is asked to join and has not done so.
 *
 * @param desks the names of the desks they will sit at
 * @param invitedBy the name of the administrator
 * @param invitedAt when the link was made that holds now
 */
public record Invitation(
    UUID id,
    String email,
    String name,
    Set<Role> roles,
    List<String> desks,
    String invitedBy,
    Instant invitedAt,
    Instant expiresAt) {

  public Invitation {
    roles = Set.copyOf(roles);
    desks = List.copyOf(desks);
  }

  @Override
  public String toString() {
    return "Invitation[" + id + "]";
  }
}
