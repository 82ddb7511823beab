package org.tipline.channel;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A channel whose provider keeps what readers sent and can be asked for it, so that what came while
 * nobody answered here is not lost.
 */
public interface ListingChannel extends Channel {

  /**
   * One page of what the provider holds for us, in any order. The same delivery may be on two pages
   * and come again the next time; what is not for us, or not by a reader, is left out.
   *
   * @param since nothing older need be on it
   * @param page as the page before named it, null for the first; good for some minutes at least
   * @throws ProviderAway when it cannot be had now; the same page may be asked for again
   */
  HeldPage list(Instant since, @Nullable String page) throws ProviderAway;
}
