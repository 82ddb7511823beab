package org.tipline.intake;

import static java.util.stream.Collectors.toUnmodifiableSet;

import java.nio.ByteBuffer;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.tipline.channel.Address;
import org.tipline.channel.Channel;
import org.tipline.channel.ChannelName;
import org.tipline.channel.Channels;
import org.tipline.channel.Medium;
import org.tipline.channel.Reading;
import org.tipline.channel.UnreadableDelivery;
import org.tipline.seal.Seal;

/** Takes deliveries out of their seal, and tells whose they are without telling who that is. */
@Component
class OpenDelivery {

  private final Channels channels;
  private final DeliverySeal deliverySeal;
  private final ChannelTests tests;
  private final Seal seal;

  OpenDelivery(Channels channels, DeliverySeal deliverySeal, ChannelTests tests, Seal seal) {
    this.channels = channels;
    this.deliverySeal = deliverySeal;
    this.tests = tests;
    this.seal = seal;
  }

  /** Never throws for the delivery's own sake. */
  Opened open(SealedDelivery row) {
    try {
      return open(row, channels.find(new ChannelName(row.channel())).orElseThrow());
    } catch (RuntimeException | StackOverflowError | OutOfMemoryError | LinkageError e) {
      // An error, too, is this delivery's own: it must not end the thread that sorts all others.
      return new Opened(row, Set.of(), new Opened.Content.Faulty(e));
    }
  }

  private Opened open(SealedDelivery row, Channel channel) {
    try {
      var reading = tests.without(channel.read(deliverySeal.open(row)));
      return new Opened(
          row, lanes(channel.medium(), reading), new Opened.Content.Read(channel, reading));
    } catch (UnreadableDelivery e) {
      return unreadable(row, String.valueOf(e.getMessage()));
    }
  }

  private static Opened unreadable(SealedDelivery row, String reason) {
    return new Opened(row, Set.of(), new Opened.Content.Unreadable(reason));
  }

  private Set<UUID> lanes(Medium medium, Reading reading) {
    return reading.messages().stream()
        .flatMap(message -> Optional.ofNullable(message.sender()).stream())
        .flatMap(sender -> sender.addresses().stream())
        .map(address -> lane(medium, address))
        .collect(toUnmodifiableSet());
  }

  private UUID lane(Medium medium, Address address) {
    var hash = seal.index("LANE", medium + " " + address.kind() + " " + address.value());
    var bytes = ByteBuffer.wrap(hash);
    return new UUID(bytes.getLong(), bytes.getLong());
  }
}
