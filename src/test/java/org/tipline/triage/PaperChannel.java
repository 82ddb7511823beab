package org.tipline.triage;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.tipline.channel.Channel;
import org.tipline.channel.ChannelName;
import org.tipline.channel.Delivery;
import org.tipline.channel.Medium;
import org.tipline.channel.ReaderMessage;
import org.tipline.channel.Reading;
import org.tipline.channel.UnreadableDelivery;

/** A channel that carries whole messages, so that a test can say all that a reader can. */
public class PaperChannel implements Channel {

  static final ChannelName NAME = new ChannelName("paper");

  private final Map<String, ReaderMessage> messages = new ConcurrentHashMap<>();

  void put(ReaderMessage message) {
    messages.put(message.externalId(), message);
  }

  @Override
  public ChannelName name() {
    return NAME;
  }

  @Override
  public Medium medium() {
    return Medium.EMAIL;
  }

  @Override
  public Reading read(Delivery delivery) throws UnreadableDelivery {
    var message = messages.get(delivery.key());
    if (message == null) {
      throw new UnreadableDelivery("This letter was never put in.");
    }
    return Reading.of(message);
  }
}
