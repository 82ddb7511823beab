package org.tipline.intake;

import java.time.Instant;
import java.util.UUID;
import org.tipline.channel.ChannelName;

/**
 * A part of a delivery that became no submission, while the rest did.
 *
 * @param position where it stood, from 0
 */
public record DeliveryRemark(
    UUID deliveryId, ChannelName channel, int position, String reason, Instant remarkedAt) {}
