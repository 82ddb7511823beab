package org.tipline.channel;

import java.util.Optional;

/**
 * The words with which a reader who gave no address comes back to their tip; given and checked by
 * the room that writes replies, so that no channel needs to know it.
 */
public interface ReceiptCodes {

  /**
   * The words for a delivery, the same whenever they are asked for; empty once it is too long ago
   * to show them again.
   */
  Optional<String> show(ChannelName channel, String deliveryKey);

  /**
   * The delivery whose words these are. Wrong words, words too old and a tip that is not there any
   * more take the same time, which is meant to be long: about a seventh of a second.
   *
   * @param reference of the tip, as a person writes it
   * @param typed as a person writes them
   */
  Optional<String> check(ChannelName channel, String reference, String typed);
}
