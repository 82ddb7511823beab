package org.tipline.channel;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A page of what a provider holds for us.
 *
 * @param next how the channel finds the next page, null on the last one
 */
public record HeldPage(List<HeldDelivery> deliveries, @Nullable String next) {

  public HeldPage {
    deliveries = List.copyOf(deliveries);
  }
}
