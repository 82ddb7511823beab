package org.tipline.channel.twilio;

import java.time.Instant;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;
import org.tipline.channel.ChannelName;
import org.tipline.channel.HeldDelivery;
import org.tipline.channel.HeldPage;
import org.tipline.channel.ProviderAway;

/**
 * What Twilio holds for one of our numbers. Twilio does not call a second time when nobody took a
 * message, but keeps it in this list.
 *
 * @see <a href="https://www.twilio.com/docs/messaging/api/message-resource">Message resource</a>
 */
class TwilioList {

  private final ChannelName channel;
  private final String accountSid;
  private final String address;
  private final TwilioApi api;

  /** {@code address} as Twilio's {@code To} has it: a number, a short code, {@code whatsapp:+…}. */
  TwilioList(ChannelName channel, String accountSid, String address, TwilioApi api) {
    this.channel = channel;
    this.accountSid = accountSid;
    this.address = address;
    this.api = api;
  }

  HeldPage list(Instant since, @Nullable String page) throws ProviderAway {
    try {
      var listed = page == null ? firstPage(since) : api.page(page);
      return new HeldPage(
          listed.messages().stream().filter(this::isForUs).map(this::held).toList(), listed.next());
    } catch (TwilioFailed e) {
      throw e.away();
    }
  }

  /** Twilio takes days only, of Greenwich. */
  private TwilioPage firstPage(Instant since) throws TwilioFailed {
    return api.messagesTo(address, since.atOffset(ZoneOffset.UTC).toLocalDate());
  }

  private boolean isForUs(TwilioMessage message) {
    return message.isInbound()
        && message.accountSid().equals(accountSid)
        && message.to().equals(address);
  }

  private HeldDelivery held(TwilioMessage message) {
    return new TwilioHeld(channel, message, api);
  }
}
