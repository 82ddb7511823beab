package org.tipline.channel.twilio;

import java.io.InputStream;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.tipline.channel.Address;
import org.tipline.channel.ChannelName;
import org.tipline.channel.Delivery;
import org.tipline.channel.ErasingChannel;
import org.tipline.channel.ForgedDelivery;
import org.tipline.channel.HeldPage;
import org.tipline.channel.ListingChannel;
import org.tipline.channel.MediaChannel;
import org.tipline.channel.MediaReference;
import org.tipline.channel.MediaUnavailable;
import org.tipline.channel.Medium;
import org.tipline.channel.OutgoingReply;
import org.tipline.channel.ProviderAway;
import org.tipline.channel.Reading;
import org.tipline.channel.ReplyChannel;
import org.tipline.channel.ReplyProgress;
import org.tipline.channel.ReplyReceipt;
import org.tipline.channel.ReplyRules;
import org.tipline.channel.ReplyTemplate;
import org.tipline.channel.SampleChannel;
import org.tipline.channel.SendOutcome;
import org.tipline.channel.UnacceptableDelivery;
import org.tipline.channel.UnreadableDelivery;
import org.tipline.channel.WebhookAnswer;
import org.tipline.channel.WebhookChannel;
import org.tipline.channel.WebhookRequest;

/** WhatsApp by Twilio. */
class WhatsAppChannel
    implements WebhookChannel,
        MediaChannel,
        ListingChannel,
        ErasingChannel,
        ReplyChannel,
        SampleChannel {

  static final ChannelName NAME = new ChannelName("twilio-whatsapp");

  private static final Set<Address.Kind> ANSWERED =
      EnumSet.of(Address.Kind.PHONE, Address.Kind.WHATSAPP_USER);

  private static final int LONGEST = 1_600;

  /** https://www.twilio.com/docs/whatsapp/key-concepts: the customer service window */
  private static final Duration WINDOW = Duration.ofHours(24);

  private final TwilioLine line;
  private final String number;
  private final ReplyRules rules;

  WhatsAppChannel(TwilioLine line, String number, List<ReplyTemplate> templates) {
    this.line = line;
    this.number = number;
    this.rules = new ReplyRules(LONGEST, false, WINDOW, templates);
  }

  @Override
  public ChannelName name() {
    return NAME;
  }

  @Override
  public Medium medium() {
    return Medium.WHATSAPP;
  }

  @Override
  public void authenticate(WebhookRequest request) throws ForgedDelivery, UnacceptableDelivery {
    line.webhook().authenticate(request);
  }

  @Override
  public String key(WebhookRequest request) {
    return line.webhook().key(request);
  }

  @Override
  public WebhookAnswer stored() {
    return line.webhook().stored();
  }

  @Override
  public Reading read(Delivery delivery) throws UnreadableDelivery {
    return line.messages().read(delivery);
  }

  @Override
  public InputStream open(MediaReference reference) throws MediaUnavailable {
    return line.media().open(reference);
  }

  @Override
  public HeldPage list(Instant since, @Nullable String page) throws ProviderAway {
    return line.list().list(since, page);
  }

  @Override
  public Optional<Duration> eraseAfter() {
    return line.copies().eraseAfter();
  }

  @Override
  public void erase(String externalId) throws ProviderAway {
    line.copies().erase(externalId);
  }

  @Override
  public SendOutcome send(OutgoingReply reply) {
    return to(reply)
        .map(to -> line.replies().send(to, reply.text(), reply))
        .orElseGet(
            () ->
                new SendOutcome.Refused(
                    "WhatsApp goes to numbers and user ids only, and this message came from"
                        + " neither.",
                    false));
  }

  @Override
  public SendOutcome lookUp(OutgoingReply reply, Set<String> others) {
    return to(reply)
        .map(to -> line.replies().lookUp(to, reply.text(), reply, others))
        .orElseGet(() -> new SendOutcome.TryLater("Nothing was sent to nobody.", null));
  }

  /** A user id has no plus; both come as they were received. */
  private static Optional<String> to(OutgoingReply reply) {
    return Optional.ofNullable(reply.to())
        .filter(address -> ANSWERED.contains(address.kind()))
        .map(address -> "whatsapp:" + address.value());
  }

  @Override
  public ReplyProgress progress(ReplyReceipt receipt) {
    return TwilioProgress.of(receipt);
  }

  @Override
  public ReplyRules rules() {
    return rules;
  }

  @Override
  public String sampleCommand() {
    // No Kenyan number begins with 3, so nobody has this one.
    return line.sample()
        .command(
            Map.of(
                "From", "whatsapp:+254300555102",
                "To", "whatsapp:" + number,
                "ProfileName", "Achieng",
                "Body", "Water has been off in Kariobangi South for three weeks. Nobody answers."));
  }
}
