package org.tipline.channel.twilio;

import java.util.List;
import java.util.Optional;
import org.tipline.channel.Address;
import org.tipline.channel.Sender;

/** Who wrote an SMS: a phone, a short code or a word. */
class SmsSenders implements Senders {

  private final PhoneNumbers numbers;

  SmsSenders(PhoneNumbers numbers) {
    this.numbers = numbers;
  }

  @Override
  public Optional<Sender> of(TwilioForm form) {
    return form.find("From").flatMap(numbers::read).map(this::sender);
  }

  private Sender sender(Address address) {
    return new Sender(List.of(address), null);
  }
}
