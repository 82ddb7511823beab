package org.tipline.intake;

import org.tipline.channel.ChannelName;

/** Parked deliveries of one channel that could not be read for the same reason. */
public record ParkedKind(ChannelName channel, String failure, int deliveries) {}
