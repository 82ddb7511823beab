package org.tipline.triage;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.tipline.channel.ChannelName;
import org.tipline.channel.Delivery;
import org.tipline.channel.Medium;
import org.tipline.channel.OutgoingReply;
import org.tipline.channel.ReaderMessage;
import org.tipline.channel.Reading;
import org.tipline.channel.ReplyChannel;
import org.tipline.channel.ReplyRules;
import org.tipline.channel.ReplyTemplate;
import org.tipline.channel.SendOutcome;
import org.tipline.channel.UnreadableDelivery;

/**
 * A channel that carries whole messages, so that a test can say all that a reader can, and that
 * lets answers go by the rules of several providers at once.
 */
public class PaperChannel implements ReplyChannel {

  static final ChannelName NAME = new ChannelName("paper");

  static final ReplyTemplate TEMPLATE =
      new ReplyTemplate("HX1", "more to ask", "sw", "Habari {{1}}, tungependa kujua {{2}}.");

  private static final ReplyRules RULES =
      new ReplyRules(1_600, true, Duration.ofHours(24), List.of(TEMPLATE));

  /** Words whose fate nobody knows. */
  static final String LOST = "Hakuna anayejua";

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

  @Override
  public ReplyRules rules() {
    return RULES;
  }

  @Override
  public SendOutcome send(OutgoingReply reply) {
    return reply.text().equals(LOST)
        ? new SendOutcome.Uncertain("The provider did not answer in time.")
        : new SendOutcome.Accepted(reply.id().toString());
  }

  @Override
  public SendOutcome lookUp(OutgoingReply reply, Set<String> others) {
    return new SendOutcome.Uncertain("The provider's list does not answer.");
  }
}
