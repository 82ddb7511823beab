package org.tipline.channel;

import java.util.Optional;

/** Where a channel whose readers come for their replies learns what there is for them. */
public interface TipStatuses {

  /**
   * How the tip stands that a delivery became, and what we wrote to its reader, which counts as
   * read from now on; never what the reader wrote. Empty when it is not there, or not yet.
   *
   * @param language ISO 639, of the page
   */
  Optional<TipStatus> open(ChannelName channel, String deliveryKey, String language);
}
