package org.tipline.channel.twilio;

import org.tipline.channel.ChannelName;
import org.tipline.outbound.Outbound;

/** What every channel by Twilio does the same way. */
record TwilioLine(
    TwilioWebhook webhook,
    TwilioMessages messages,
    TwilioMedia media,
    TwilioSample sample,
    TwilioApi api,
    TwilioList list,
    TwilioCopies copies,
    TwilioReplies replies) {

  /** {@code address} is ours, as Twilio writes it. */
  static TwilioLine of(
      ChannelName channel,
      String address,
      Senders senders,
      TwilioAccount account,
      PublicUrl publicUrl,
      Outbound outbound) {
    var api = new TwilioApi(account);
    var signature = new TwilioSignature(publicUrl, account.tokens());
    return new TwilioLine(
        new TwilioWebhook(account.sid(), signature),
        new TwilioMessages(channel, senders),
        new TwilioMedia(account, outbound),
        new TwilioSample(account.sid(), signature, publicUrl, channel),
        api,
        new TwilioList(channel, account.sid(), address, api),
        new TwilioCopies(api, account.deleteAfter()),
        new TwilioReplies(
            new TwilioApi(account, TwilioReplies.TIMEOUT),
            address,
            publicUrl.at("/hooks/" + channel, null)));
  }
}
