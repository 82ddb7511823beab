package org.tipline.intake;

import org.tipline.channel.ChannelName;

/**
 * A channel that is off in this instance.
 *
 * @param waiting so many deliveries of it are kept and wait to be sorted
 */
public record OffChannel(ChannelName name, int waiting) {}
