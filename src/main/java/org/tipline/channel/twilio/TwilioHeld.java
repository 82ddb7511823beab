package org.tipline.channel.twilio;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.stream.Collectors.joining;

import java.net.URLEncoder;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.tipline.channel.ChannelName;
import org.tipline.channel.Delivery;
import org.tipline.channel.DeliveryUnavailable;
import org.tipline.channel.HeldDelivery;
import org.tipline.channel.ProviderAway;

/** A message in Twilio's list, and the form in which its webhook would have brought it. */
record TwilioHeld(ChannelName channel, TwilioMessage message, TwilioApi api)
    implements HeldDelivery {

  @Override
  public String key() {
    return message.sid();
  }

  @Override
  public @Nullable Instant takenAt() {
    return message.createdAt();
  }

  @Override
  public Delivery collect(Instant unlessKnown) throws ProviderAway, DeliveryUnavailable {
    var receivedAt = Objects.requireNonNullElse(message.createdAt(), unlessKnown);
    return new Delivery(channel, key(), receivedAt, Map.of(), form());
  }

  private byte[] form() throws ProviderAway, DeliveryUnavailable {
    var form = new LinkedHashMap<String, String>();
    for (var name : List.of("MessageSid", "SmsSid", "SmsMessageSid")) {
      form.put(name, message.sid());
    }
    form.put("AccountSid", message.accountSid());
    form.put("From", message.from());
    form.put("To", message.to());
    form.put("Body", message.body());
    form.put("NumSegments", message.segments());
    form.put("NumMedia", String.valueOf(message.files()));
    form.put("SmsStatus", "received");
    form.put("ApiVersion", "2010-04-01");
    addIfKnown(form, "MessagingServiceSid", message.messagingServiceSid());
    addIfKnown(form, "ErrorCode", message.errorCode());
    addFiles(form);
    addKind(form);
    return bytes(form);
  }

  private static void addIfKnown(Map<String, String> form, String name, @Nullable String value) {
    if (value != null) {
      form.put(name, value);
    }
  }

  private void addFiles(Map<String, String> form) throws ProviderAway, DeliveryUnavailable {
    var files = message.files() == 0 ? List.<TwilioFile>of() : files();
    for (var index = 0; index < files.size(); index++) {
      form.put("MediaUrl" + index, api.addressOf(message.sid(), files.get(index)));
      form.put("MediaContentType" + index, files.get(index).contentType());
    }
  }

  /** Files that are gone take none of the words with them. */
  private List<TwilioFile> files() throws ProviderAway, DeliveryUnavailable {
    try {
      return api.files(message.sid());
    } catch (TwilioFailed e) {
      if (e.isNotFound()) {
        return List.of();
      }
      if (e.isOfEveryCall()) {
        throw e.away();
      }
      throw new DeliveryUnavailable(String.valueOf(e.getMessage()), e);
    }
  }

  /** The list has no pins, contacts or buttons: an editor must see that there was something. */
  private void addKind(Map<String, String> form) {
    if (message.body().isEmpty() && message.files() == 0) {
      form.put("MessageType", "not-listed");
    }
  }

  private static byte[] bytes(Map<String, String> form) {
    return form.entrySet().stream()
        .map(entry -> entry.getKey() + "=" + URLEncoder.encode(entry.getValue(), UTF_8))
        .collect(joining("&"))
        .getBytes(UTF_8);
  }

  @Override
  public String toString() {
    return "TwilioHeld[" + key() + "]";
  }
}
