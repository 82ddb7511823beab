package org.tipline.channel.twilio;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.tipline.channel.WebhookRequest;

/**
 * What one call of Twilio is about: a message of a reader, or the state of one of ours.
 *
 * @see <a href="https://www.twilio.com/docs/messaging/guides/webhook-request">Inbound</a>
 * @see <a href="https://www.twilio.com/docs/messaging/guides/track-outbound-message-status">Status
 *     callbacks</a>
 */
record TwilioCall(TwilioForm form) {

  private static final Pattern SID = Pattern.compile("[A-Za-z0-9]{2,64}");
  private static final Set<String> INBOUND = Set.of("", "received", "receiving");

  static TwilioCall of(WebhookRequest request) {
    return new TwilioCall(TwilioForm.parse(request.body()));
  }

  /** Two of the three names are deprecated; which of them come depends on the product's age. */
  Optional<String> messageSid() {
    return Stream.of("MessageSid", "SmsSid", "SmsMessageSid")
        .flatMap(name -> form.find(name).stream())
        .filter(sid -> SID.matcher(sid).matches())
        .findFirst();
  }

  boolean isReceipt() {
    return !INBOUND.contains(status());
  }

  /** In lower case; empty for a reader's message. */
  String status() {
    var status = form.find("MessageStatus").orElseGet(this::oldStatus).toLowerCase(Locale.ROOT);
    return status.substring(0, Math.min(status.length(), 40));
  }

  /** Callbacks of the first API have no MessageStatus; a message always has a Body, maybe empty. */
  private String oldStatus() {
    return form.values().containsKey("Body") ? "" : form.text("SmsStatus");
  }
}
