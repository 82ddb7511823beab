package org.tipline.intake;

import java.time.Instant;
import java.util.UUID;
import org.tipline.channel.ChannelName;

/**
 * A delivery that could not be read and waits for a person.
 *
 * @param failure why, in words, without the reader's
 */
public record ParkedDelivery(
    UUID id,
    ChannelName channel,
    Instant receivedAt,
    int attempts,
    String failure,
    Instant failedAt) {}
