package org.tipline.intake;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How a channel does: when it last brought something, what last went wrong, what is parked.
 *
 * @param lastReceivedAt null when it never brought anything
 * @param lastFailure in words; a refused call counts, since a wrong token shows there first
 */
public record ChannelActivity(
    @Nullable Instant lastReceivedAt,
    @Nullable Instant lastFailedAt,
    @Nullable String lastFailure,
    int parked) {}
