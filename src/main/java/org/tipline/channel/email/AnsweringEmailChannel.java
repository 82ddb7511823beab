package org.tipline.channel.email;

import jakarta.mail.MessagingException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.mail.javamail.JavaMailSender;
import org.tipline.channel.Address;
import org.tipline.channel.ChannelName;
import org.tipline.channel.Delivery;
import org.tipline.channel.Medium;
import org.tipline.channel.OutgoingReply;
import org.tipline.channel.Reading;
import org.tipline.channel.ReplyChannel;
import org.tipline.channel.ReplyProgress;
import org.tipline.channel.ReplyReceipt;
import org.tipline.channel.ReplyRules;
import org.tipline.channel.SampleChannel;
import org.tipline.channel.SendOutcome;

/** Mail in both directions: {@link EmailChannel}, and replies by the newsroom's mail server. */
final class AnsweringEmailChannel implements ReplyChannel, SampleChannel {

  private static final ReplyRules RULES = new ReplyRules(20_000, false, null, List.of());

  private final EmailChannel incoming;
  private final ReplyMails mails;
  private final JavaMailSender sender;
  private final MailServer server;

  AnsweringEmailChannel(
      EmailChannel incoming, ReplyMails mails, JavaMailSender sender, MailServer server) {
    this.incoming = incoming;
    this.mails = mails;
    this.sender = sender;
    this.server = server;
  }

  @Override
  public SendOutcome send(OutgoingReply reply) {
    var to = mailbox(reply.to());
    if (to.isEmpty()) {
      return new SendOutcome.Refused("The reader left no address that mail can go to.", false);
    }
    try {
      var mail = mails.of(reply, to.get(), sender.createMimeMessage().getSession());
      return server.send(mail, new SendOutcome.Accepted(reply.token()));
    } catch (MessagingException e) {
      throw new IllegalStateException("reply " + reply.id() + " does not make a mail", e);
    }
  }

  /** Checked again, whatever the row says: behind it is an SMTP command. */
  private static Optional<String> mailbox(@Nullable Address to) {
    return Optional.ofNullable(to)
        .filter(address -> address.kind() == Address.Kind.EMAIL)
        .flatMap(address -> Mailbox.address(address.value()));
  }

  /**
   * SMTP has no question "did you take it?", RFC 1047. A second try is the same mail with the same
   * Message-ID, which some programs show once and others twice: so it stays uncertain, and an
   * editor decides whether it is sent again.
   */
  @Override
  public SendOutcome lookUp(OutgoingReply reply, Set<String> others) {
    return MailServer.NO_WORD;
  }

  @Override
  public ReplyProgress progress(ReplyReceipt receipt) {
    return Bounce.progress(receipt);
  }

  @Override
  public ReplyRules rules() {
    return RULES;
  }

  @Override
  public ChannelName name() {
    return incoming.name();
  }

  @Override
  public Medium medium() {
    return incoming.medium();
  }

  @Override
  public Reading read(Delivery delivery) {
    return incoming.read(delivery);
  }

  @Override
  public String sampleCommand() {
    return incoming.sampleCommand();
  }
}
