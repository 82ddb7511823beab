package org.tipline.intake;

import java.time.Instant;
import java.util.UUID;
import org.tipline.channel.ChannelName;

/**
 * That somebody saw the raw bytes of a delivery, which may be gone by now.
 *
 * @param editor by name
 * @param reason in their words
 */
public record DeliveryView(
    UUID deliveryId, ChannelName channel, String editor, Instant viewedAt, String reason) {}
