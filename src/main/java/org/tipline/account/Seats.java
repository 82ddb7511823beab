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

  /** Of nobody who is signed in. */
  public static final Seats NOBODY = none(new UUID(0, 0));

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

  /**
   * Says no to who only reads there.
   *
   * @throws SeatForbids when they may not act at that desk
   */
  public void requireWork(UUID desk) {
    if (!worksAt(desk)) {
      throw new SeatForbids("You read at this desk; its lead can let you work on its tips too.");
    }
  }

  /**
   * Says no to who only reads, wherever they sit.
   *
   * @throws SeatForbids when they may act at no desk
   */
  public void requireWork() {
    if (workplaces().isEmpty()) {
      throw new SeatForbids("You only read here; the lead of a desk can let you work on its tips.");
    }
  }

  /**
   * Says no to who does not lead there.
   *
   * @throws SeatForbids when they may not say how that desk works
   */
  public void requireLead(UUID desk) {
    if (!leads(desk)) {
      throw new SeatForbids(
          "Only the lead of this desk can do that; ask them, or an administrator.");
    }
  }

  /** Where they may act. */
  public Set<UUID> workplaces() {
    return roles.keySet().stream().filter(this::worksAt).collect(toUnmodifiableSet());
  }
}
