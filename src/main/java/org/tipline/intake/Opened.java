package org.tipline.intake;

import java.util.Set;
import java.util.UUID;
import org.tipline.channel.Channel;
import org.tipline.channel.Reading;
import org.tipline.submission.Arrival;

/**
 * A delivery taken out of its seal.
 *
 * @param lanes one for each address it is from; empty when it is from nobody, or cannot be read
 */
record Opened(SealedDelivery row, Set<UUID> lanes, Content content) {

  UUID id() {
    return row.id();
  }

  /** What came out. */
  sealed interface Content {

    record Read(Channel channel, Reading reading) implements Content {

      Arrival arrival(SealedDelivery row) {
        return new Arrival(row.id(), channel.name(), channel.medium(), row.receivedAt());
      }
    }

    /** Nothing, until a person does something about it: {@code reason} says what. */
    record Unreadable(String reason) implements Content {}

    /** Nothing this time. */
    record Faulty(Throwable fault) implements Content {}
  }
}
