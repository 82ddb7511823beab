package org.tipline.account;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A person's seat at a desk is not what it was; published inside the transaction that says so.
 *
 * @param role what they may do there now; null: they do not sit there any more
 */
public record SeatChanged(UUID editorId, UUID deskId, @Nullable SeatRole role) {

  public boolean isWorking() {
    return role != null && role.isWorking();
  }
}
