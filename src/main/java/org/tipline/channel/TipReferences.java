package org.tipline.channel;

import java.util.Optional;

/**
 * Where a channel that answers its reader on the spot learns which tip a delivery became; answered
 * by the queue, so that no channel needs to know it.
 */
public interface TipReferences {

  /** The tip's reference, empty until the delivery has been sorted. */
  Optional<String> of(ChannelName channel, String deliveryKey);
}
