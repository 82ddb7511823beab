package org.tipline.intake;

import java.time.Instant;
import java.util.UUID;

/** A delivery as its row has it: all that tells who wrote what is inside {@code sealed}. */
record SealedDelivery(UUID id, String channel, String key, Instant receivedAt, byte[] sealed) {

  @Override
  public String toString() {
    return "SealedDelivery[" + id + "]";
  }
}
