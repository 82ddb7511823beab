package org.tipline.moderation;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What an act can change of a tip, as it was before. */
record TipBefore(
    TipState state,
    UUID deskId,
    @Nullable Instant queuedAt,
    boolean newActivity,
    @Nullable UUID claimedBy,
    @Nullable Instant claimedAt,
    @Nullable String publishedLink,
    @Nullable Instant snoozedAt,
    @Nullable Instant snoozedUntil) {}
