package org.tipline.intake;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.sql.SQLException;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.tipline.channel.ChannelName;
import org.tipline.channel.Channels;
import org.tipline.channel.Delivery;
import org.tipline.channel.RetypedChannel;

/** Tells a repeat from what only has its key. */
@Component
class Repeats {

  private final Channels channels;
  private final DeliveryInsert door;
  private final DeliverySeal seal;

  Repeats(Channels channels, DeliveryInsert door, DeliverySeal seal) {
    this.channels = channels;
    this.door = door;
    this.seal = seal;
  }

  /** Whether on that channel the same key may not be the same delivery. */
  boolean areToBeRead(ChannelName channel) {
    return channels.find(channel, RetypedChannel.class).isPresent();
  }

  /** What {@code again} is beside the one of its key in the database; empty when there is none. */
  Optional<Acceptance> find(Delivery again) throws SQLException {
    return door.find(again.channel(), again.key()).map(kept -> compare(seal.open(kept), again));
  }

  /**
   * For what was called received before anybody could tell: what it is kept as when under its key
   * is something else. The same words get the same key again.
   */
  Optional<SealedDelivery> asItsOwn(SealedDelivery row) throws SQLException {
    if (!areToBeRead(new ChannelName(row.channel()))) {
      return Optional.empty();
    }
    var again = seal.open(row);
    return find(again)
        .filter(Acceptance.OTHER::equals)
        .map(_ -> seal.seal(again.under(again.key() + "." + hash(again))));
  }

  private static String hash(Delivery delivery) {
    return SpoolName.hash(delivery.channel(), new String(delivery.body(), ISO_8859_1));
  }

  Acceptance compare(Delivery kept, Delivery again) {
    return channels
            .find(again.channel(), RetypedChannel.class)
            .map(channel -> channel.isRepeat(kept, again))
            .orElse(true)
        ? Acceptance.REPEAT
        : Acceptance.OTHER;
  }
}
