package org.tipline.channel.twilio;

import org.tipline.channel.ChannelName;
import org.tipline.outbound.Outbound;

/** What every channel by Twilio does the same way. */
record TwilioLine(
    TwilioWebhook webhook,
    TwilioMessages messages,
    TwilioMedia media,
    TwilioSample sample,
    TwilioApi api) {

  static TwilioLine of(
      ChannelName channel,
      Senders senders,
      TwilioAccount account,
      PublicUrl publicUrl,
      Outbound outbound) {
    var signature = new TwilioSignature(publicUrl, account.tokens());
    return new TwilioLine(
        new TwilioWebhook(account.sid(), signature),
        new TwilioMessages(channel, senders),
        new TwilioMedia(account, outbound),
        new TwilioSample(account.sid(), signature, publicUrl, channel),
        new TwilioApi(account));
  }
}
