package org.tipline.channel.email;

import java.util.List;
import org.tipline.channel.ChannelName;
import org.tipline.channel.Delivery;
import org.tipline.channel.Details;
import org.tipline.channel.Mark;
import org.tipline.channel.Medium;
import org.tipline.channel.Reading;
import org.tipline.channel.ReplyReceipt;
import org.tipline.channel.SampleChannel;

/** Mail to the newsroom's addresses, kept as it came by {@link SmtpListener}. */
class EmailChannel implements SampleChannel {

  static final ChannelName NAME = new ChannelName("email");

  private final EmailSettings settings;
  private final OurAddresses ours;
  private final MimeReader reader;

  EmailChannel(EmailSettings settings) {
    this.settings = settings;
    ours = new OurAddresses(settings.address());
    reader = new MimeReader(ours);
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
  public Reading read(Delivery delivery) {
    var message = reader.read(delivery);
    return new Reading(List.of(message), receipts(delivery, message.details()), List.of());
  }

  /** A report of one of our replies is a message like any other, and moves that reply as well. */
  private static List<ReplyReceipt> receipts(Delivery delivery, Details details) {
    return details.repliedTo() != null && details.marks().contains(Mark.AUTOMATIC)
        ? Bounce.of(MailPart.mail(delivery.body(), new MailCaps()), details.repliedTo()).stream()
            .toList()
        : List.of();
  }

  /** RFC 5321, section 4.5.4.1: for four to five days. */
  @Override
  public boolean isSentAgain() {
    return true;
  }

  /** The date makes a second try a second mail; curl sends lines as printf ends them, CRLF. */
  @Override
  public String sampleCommand() {
    return ("printf 'From: Amina <amina@example.org>\\r"
            + "\\n"
            + "To: %s\\r"
            + "\\n"
            + "Date: %%s\\r"
            + "\\n"
            + "Subject: Maji yamekatika\\r"
            + "\\n"
            + "\\r"
            + "\\n"
            + "Hakuna maji mtaani kwetu tangu Jumatatu.\\r"
            + "\\n"
            + "' \"$(date -R)\" | curl --silent --show-error --url smtp://%s:%d --mail-from"
            + " amina@example.org --mail-rcpt %s --upload-file -")
        .formatted(ours.first(), host(), settings.smtp().port(), ours.first());
  }

  private String host() {
    var bind = settings.smtp().bind();
    return bind.isAnyLocalAddress() ? "127.0.0.1" : bind.getHostAddress();
  }
}
