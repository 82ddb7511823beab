package org.tipline.reply;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.tipline.channel.ChannelName;

/**
 * A reply that failed, is uncertain or cannot be sent now.
 *
 * @param reference its tip's, as shown; null when it is about none
 * @param failure why, in words
 * @param at since when
 */
public record TroubledReply(
    @Nullable String reference,
    ReplyKind kind,
    ChannelName channel,
    ReplyState state,
    int attempts,
    String failure,
    Instant at) {}
