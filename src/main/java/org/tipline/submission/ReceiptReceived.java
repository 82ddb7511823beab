package org.tipline.submission;

import org.tipline.channel.ChannelName;

/**
 * The provider's word on one of our replies is kept; published inside its transaction.
 *
 * @param externalId the provider's id of the reply
 */
public record ReceiptReceived(ChannelName channel, String externalId) {}
