package org.tipline.intake;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.tipline.channel.ChannelName;

/**
 * A look through a provider's list that is under way.
 *
 * @param lookedUntil what the provider took before this has been looked for already
 * @param page null for the first
 * @param failures tries of this page in a row that came to nothing, this one included
 */
record Look(
    ChannelName channel,
    Instant lookedUntil,
    Instant beganAt,
    @Nullable String page,
    int failures) {}
