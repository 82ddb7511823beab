package org.tipline.account;

import static java.util.stream.Collectors.toUnmodifiableSet;

import java.util.Map;
import java.util.Set;
import java.util.UUID;

/**
 * Who asks, and at which desks they sit, as it was when their request came in: whoever acts on tips
 * has to name one.
 *
 * @param roles by the desk's id; empty: they sit nowhere and see no tip
 */
public record Seats(UUID editor, Map<UUID, SeatRole> roles) {

  public Seats {
    roles = Map.copyOf(roles);
  }

  /** Of somebody who sits at no desk. */
  static Seats none(UUID editor) {
    return new Seats(editor, Map.of());
  }

  public Sight sight() {
    return new Sight(roles.keySet());
  }

  public boolean sees(UUID desk) {
    return roles.containsKey(desk);
  }

  public boolean worksAt(UUID desk) {
    var role = roles.get(desk);
    return role != null && role.isWorking();
  }

  public boolean leads(UUID desk) {
    var role = roles.get(desk);
    return role != null && role.isLeading();
  }

  /** Where they may act. */
  public Set<UUID> workplaces() {
    return roles.keySet().stream().filter(this::worksAt).collect(toUnmodifiableSet());
  }
}
