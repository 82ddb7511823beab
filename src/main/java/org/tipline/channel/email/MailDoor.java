package org.tipline.channel.email;

import java.time.Clock;
import java.util.Collection;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.subethamail.smtp.MessageContext;
import org.subethamail.smtp.MessageHandler;
import org.subethamail.smtp.MessageHandlerFactory;
import org.subethamail.smtp.RejectException;
import org.tipline.channel.Delivery;
import org.tipline.intake.Intake;
import org.tipline.intake.StoreAway;

/**
 * Where a mail becomes a delivery: whoever it is not for stops here, and 250 follows the commit.
 */
final class MailDoor implements MessageHandlerFactory {

  private static final Logger log = LoggerFactory.getLogger(MailDoor.class);

  private final OurAddresses ours;
  private final MailBodies bodies;
  private final Intake intake;
  private final Clock clock;

  MailDoor(OurAddresses ours, MailBodies bodies, Intake intake, Clock clock) {
    this.ours = ours;
    this.bodies = bodies;
    this.intake = intake;
    this.clock = clock;
  }

  @Override
  public MessageHandler create(MessageContext context) {
    return new MailTransaction(this);
  }

  boolean isForUs(String recipient) {
    return ours.hold(recipient);
  }

  MailBodies bodies() {
    return bodies;
  }

  /** One delivery for all recipients: they are one newsroom, and the reader wrote once. */
  void accept(String sender, Collection<String> recipients, byte[] mail) throws RejectException {
    try {
      intake.accept(
          new Delivery(
              EmailChannel.NAME,
              DeliveryKey.of(mail, recipients),
              clock.instant(),
              Map.of("sender", sender, "recipient", String.join(",", recipients)),
              mail));
    } catch (StoreAway e) {
      log.warn("A mail is not kept and its sender will try again: {}.", e.getMessage());
      throw new RejectException(451, "4.3.0 The mail could not be kept now, try again later");
    }
  }
}
