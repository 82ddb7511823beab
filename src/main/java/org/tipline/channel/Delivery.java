package org.tipline.channel;

import java.time.Instant;
import java.util.Map;

/**
 * Exactly what a provider handed us: kept sealed, never edited.
 *
 * @param key the provider's own id of it, unique within the channel; a second delivery with the
 *     same key is a repeat, but for {@link RetypedChannel}
 * @param envelope what came beside the body and is needed to read it (mail: {@code sender}, {@code
 *     recipient}); sealed with the body
 * @param body the raw bytes
 */
public record Delivery(
    ChannelName channel,
    String key,
    Instant receivedAt,
    Map<String, String> envelope,
    byte[] body) {

  public Delivery {
    if (key.isBlank() || key.length() > 200) {
      throw new IllegalArgumentException("a delivery's key has 1 to 200 characters");
    }
    envelope = Map.copyOf(envelope);
  }

  public Delivery under(String otherKey) {
    return new Delivery(channel, otherKey, receivedAt, envelope, body);
  }

  /** Ids only: a delivery's words and addresses belong in no log. */
  @Override
  public String toString() {
    return "Delivery[" + channel + ", " + body.length + " bytes]";
  }
}
