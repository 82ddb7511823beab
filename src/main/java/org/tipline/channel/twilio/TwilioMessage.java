package org.tipline.channel.twilio;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * A message as Twilio's list has it.
 *
 * @param direction {@code inbound} for a reader's, {@code outbound-api} and others for ours
 * @param from as in a webhook: {@code whatsapp:+254…}, a short code, a word
 * @param status {@code received}, {@code receiving}, {@code delivered} …
 * @param createdAt null when Twilio names none that can be read
 * @param files how many; their addresses are a list of their own
 * @param errorCode null when all is well
 * @see <a href="https://www.twilio.com/docs/messaging/api/message-resource">Message resource</a>
 */
record TwilioMessage(
    String sid,
    String accountSid,
    String direction,
    String from,
    String to,
    String body,
    String status,
    @Nullable Instant createdAt,
    int files,
    String segments,
    @Nullable String messagingServiceSid,
    @Nullable String errorCode) {

  static TwilioMessage of(JsonNode json) {
    return new TwilioMessage(
        text(json, "sid"),
        text(json, "account_sid"),
        text(json, "direction"),
        text(json, "from"),
        text(json, "to"),
        text(json, "body"),
        text(json, "status"),
        instant(text(json, "date_created")),
        json.path("num_media").asInt(0),
        text(json, "num_segments"),
        orNull(text(json, "messaging_service_sid")),
        orNull(text(json, "error_code")));
  }

  /** Numbers are strings in some products and numbers in others; null is as good as nothing. */
  private static String text(JsonNode json, String name) {
    var value = json.path(name);
    return value.isValueNode() && !value.isNull() ? value.asString() : "";
  }

  private static @Nullable Instant instant(String date) {
    try {
      return ZonedDateTime.parse(date, DateTimeFormatter.RFC_1123_DATE_TIME).toInstant();
    } catch (DateTimeException e) {
      return null;
    }
  }

  private static @Nullable String orNull(String text) {
    return text.isBlank() ? null : text;
  }

  boolean isInbound() {
    return direction.equals("inbound");
  }

  @Override
  public String toString() {
    return "TwilioMessage[" + sid + "]";
  }
}
