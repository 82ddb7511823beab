package org.tipline.channel.twilio;

import java.io.InputStream;
import java.time.Duration;
import java.time.Instant;
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
import org.tipline.channel.SampleChannel;
import org.tipline.channel.SendOutcome;
import org.tipline.channel.SmsText;
import org.tipline.channel.UnacceptableDelivery;
import org.tipline.channel.UnreadableDelivery;
import org.tipline.channel.WebhookAnswer;
import org.tipline.channel.WebhookChannel;
import org.tipline.channel.WebhookRequest;

/** SMS, and MMS where there is any, by Twilio. */
class SmsChannel
    implements WebhookChannel,
        MediaChannel,
        ListingChannel,
        ErasingChannel,
        ReplyChannel,
        SampleChannel {

  static final ChannelName NAME = new ChannelName("twilio-sms");

  /** https://www.twilio.com/docs/messaging/api/message-resource: Body */
  private static final ReplyRules RULES = new ReplyRules(1_600, true, null, List.of());

  private final TwilioLine line;
  private final String number;

  SmsChannel(TwilioLine line, String number) {
    this.line = line;
    this.number = number;
  }

  @Override
  public ChannelName name() {
    return NAME;
  }

  @Override
  public Medium medium() {
    return Medium.SMS;
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
        .map(to -> line.replies().send(to, body(reply), reply))
        .orElseGet(
            () ->
                new SendOutcome.Refused(
                    "SMS go to phone numbers only, and this message came from a short code or a"
                        + " name.",
                    false));
  }

  @Override
  public SendOutcome lookUp(OutgoingReply reply, Set<String> others) {
    return to(reply)
        .map(to -> line.replies().lookUp(to, body(reply), reply, others))
        .orElseGet(() -> new SendOutcome.TryLater("Nothing was sent to no number.", null));
  }

  private static Optional<String> to(OutgoingReply reply) {
    return Optional.ofNullable(reply.to())
        .filter(address -> address.kind() == Address.Kind.PHONE)
        .map(Address::value);
  }

  private static String body(OutgoingReply reply) {
    return SmsText.of(reply.text());
  }

  @Override
  public ReplyProgress progress(ReplyReceipt receipt) {
    return TwilioProgress.of(receipt);
  }

  @Override
  public ReplyRules rules() {
    return RULES;
  }

  @Override
  public String sampleCommand() {
    // No Kenyan number begins with 3, so nobody has this one.
    return line.sample()
        .command(
            Map.of(
                "From", "+254300555101",
                "To", number,
                "Body", "Daraja la Mto Kathita limebomoka, magari hayapiti tangu asubuhi."));
  }
}
