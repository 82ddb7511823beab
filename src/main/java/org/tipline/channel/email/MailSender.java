package org.tipline.channel.email;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.tipline.channel.Address;
import org.tipline.channel.Sender;

/** Who a mail says it is from: its From, else the envelope's sender, else nobody. */
final class MailSender {

  private MailSender() {}

  static @Nullable Sender of(Optional<Mailbox> from, Optional<String> envelopeSender) {
    return from.or(() -> envelopeSender.flatMap(Mailbox::address).map(MailSender::nameless))
        .map(MailSender::sender)
        .orElse(null);
  }

  private static Mailbox nameless(String address) {
    return new Mailbox("", address);
  }

  private static Sender sender(Mailbox mailbox) {
    var address = new Address(Address.Kind.EMAIL, mailbox.address());
    return new Sender(List.of(address), mailbox.name().isEmpty() ? null : mailbox.name());
  }
}
