package org.tipline.channel;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A delivery of which the provider keeps a copy, whether or not it reached us before. Thousands are
 * held at a time, so it is small: what its page says of it, and no file.
 */
public interface HeldDelivery {

  /** The key it has when the provider hands it to us, {@link WebhookChannel#key}. */
  String key();

  /** When the provider took it from the reader, null when it does not say. */
  @Nullable Instant takenAt();

  /**
   * The delivery as the provider would have handed it to us, received when the provider took it;
   * may ask the provider for what its list does not have.
   *
   * @param unlessKnown the time of receipt where the provider names none
   * @throws DeliveryUnavailable when this one cannot be had whole now
   * @throws ProviderAway when none can
   */
  Delivery collect(Instant unlessKnown) throws ProviderAway, DeliveryUnavailable;
}
