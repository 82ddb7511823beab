package org.tipline.submission;

import java.time.Instant;
import java.util.UUID;
import org.tipline.channel.ChannelName;
import org.tipline.channel.Medium;

/** By what and when a message came to us. */
public record Arrival(UUID deliveryId, ChannelName channel, Medium medium, Instant receivedAt) {}
