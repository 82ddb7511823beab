package org.tipline.account;

import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Which desks' tips somebody may see: whoever reads tips has to name one. What is at any other desk
 * does not exist for them.
 *
 * @param desks their ids; null: every desk, those that are opened later too
 */
public record Sight(@Nullable Set<UUID> desks) {

  /** For programs the operator trusts with all of it; no screen may ask by it. */
  public static final Sight EVERYWHERE = new Sight(null);

  public Sight {
    desks = desks == null ? null : Set.copyOf(desks);
  }

  public boolean isEverywhere() {
    return desks == null;
  }

  public boolean sees(UUID desk) {
    return desks == null || desks.contains(desk);
  }

  /** For {@code = any(?)}; empty also for everywhere, where there is nothing to compare with. */
  public UUID[] ids() {
    return desks == null ? new UUID[0] : desks.stream().sorted().toArray(UUID[]::new);
  }
}
