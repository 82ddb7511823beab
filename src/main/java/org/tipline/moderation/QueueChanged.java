package org.tipline.moderation;

import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.tipline.account.Sight;

/**
 * Something in the queue is not as it was, here or at another instance. Published at most a few
 * times a second, outside any transaction; screens re-read what they show.
 *
 * @param desks where; null: nobody knows, after a time in which no word came
 */
public record QueueChanged(@Nullable Set<UUID> desks) {

  static final QueueChanged ANYWHERE = new QueueChanged(null);

  public boolean isSeenBy(Sight sight) {
    return desks == null || desks.stream().anyMatch(sight::sees);
  }
}
