package org.tipline.channel.twilio;

import java.util.Optional;
import org.tipline.channel.Sender;

/** Says who wrote a message, in one medium's way. */
@FunctionalInterface
interface Senders {

  /** Empty when the message names nobody. */
  Optional<Sender> of(TwilioForm form);
}
