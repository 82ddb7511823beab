package org.tipline.channel;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Who wrote, as the channel knows them.
 *
 * @param addresses at least one; the first is the one to answer to
 * @param displayName the name the reader goes by: text, and proof of nothing
 */
public record Sender(List<Address> addresses, @Nullable String displayName) {

  public Sender {
    addresses = List.copyOf(addresses);
    if (addresses.isEmpty()) {
      throw new IllegalArgumentException("a sender has an address");
    }
  }

  @Override
  public String toString() {
    return "Sender[" + addresses.size() + " addresses]";
  }
}
