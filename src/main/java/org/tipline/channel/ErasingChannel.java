package org.tipline.channel;

import java.time.Duration;
import java.util.Optional;

/** A channel whose provider keeps what readers sent until it is told to delete it. */
public interface ErasingChannel extends Channel {

  /**
   * How long after its receipt a message may stay with the provider; empty: as long as it likes.
   */
  Optional<Duration> eraseAfter();

  /**
   * Deletes a message and its files at the provider; what is gone already is as good.
   *
   * @param externalId the provider's id of the message
   * @throws ProviderAway when it is still there; asking again later is right
   */
  void erase(String externalId) throws ProviderAway;
}
