package org.tipline.channel;

/**
 * How a channel finds a file again at its provider.
 *
 * @param messageId the provider's id of the message it came with
 * @param locator the provider's address or id of the file
 */
public record MediaReference(ChannelName channel, String messageId, String locator) {}
