package org.tipline.moderation;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.tipline.channel.Medium;

/**
 * Which tips a list shows; null leaves a thing open.
 *
 * @param queued true: only what waits in the queue, WAITING or with new activity
 * @param desk a desk's slug
 * @param q words to look for in what readers and editors wrote, or a reference
 * @param claimedBy the editor who holds them
 * @param newActivity true: only those whose reader wrote again
 * @param snoozed true: only those that are put off
 * @param facets what else it is narrowed by
 * @param newestFirst the order; the queue itself is always longest waiting first
 */
public record TipFilter(
    boolean queued,
    @Nullable TipState state,
    @Nullable Medium medium,
    @Nullable String desk,
    @Nullable String q,
    @Nullable UUID claimedBy,
    boolean newActivity,
    boolean snoozed,
    TipFacets facets,
    boolean newestFirst) {

  /** All that waits. */
  public static final TipFilter QUEUE = new TipFilter(true, null, null, null, null);

  public TipFilter(
      boolean queued,
      @Nullable TipState state,
      @Nullable Medium medium,
      @Nullable String desk,
      @Nullable String q) {
    this(queued, state, medium, desk, q, null, false, false, TipFacets.ALL, false);
  }

  boolean isOfWords() {
    return q != null && !q.isBlank();
  }

  /** As far as a list has an index that is walked in its order. */
  TipFilter wide() {
    return new TipFilter(
        queued, state, null, desk, null, null, false, snoozed, facets.days(), newestFirst);
  }
}
