package org.tipline.demo;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/**
 * Twilio's messages as the demo plays them: takes what we send, and lists what there is.
 *
 * @see <a href="https://www.twilio.com/docs/messaging/api/message-resource">Message resource</a>
 */
@Component
@Profile("demo")
class MessagesPlayed {

  private static final int LONGEST = 1_600;
  private static final int PAGE = 1_000;

  private final Texts texts;
  private final StatusesPlayed statuses;
  private final DemoSettings settings;
  private final Clock clock;

  MessagesPlayed(Texts texts, StatusesPlayed statuses, DemoSettings settings, Clock clock) {
    this.texts = texts;
    this.statuses = statuses;
    this.settings = settings;
    this.clock = clock;
  }

  TwilioAnswer send(FormBody form) {
    var body = form.text("ContentSid").isEmpty() ? form.text("Body") : approved(form);
    if (form.text("To").isEmpty()) {
      return TwilioAnswer.refused(21604, "A 'To' phone number is required.");
    }
    if (body.isEmpty() || body.length() > LONGEST) {
      return TwilioAnswer.refused(21617, "The message body has 1 to 1600 characters.");
    }
    var text = outbound(form, body);
    texts.add(text);
    statuses.follow(text, form.text("StatusCallback"));
    return new TwilioAnswer(201, json(text));
  }

  /** The words of an approved text are Twilio's; here its variables stand for them. */
  private static String approved(FormBody form) {
    return "(approved text) " + form.text("ContentVariables");
  }

  private Text outbound(FormBody form, String body) {
    return new Text(
        Sid.of("SM"),
        form.text("From"),
        form.text("To"),
        body,
        List.of(),
        false,
        "queued",
        null,
        clock.instant());
  }

  TwilioAnswer find(String sid) {
    return texts
        .find(sid)
        .map(text -> new TwilioAnswer(200, json(text)))
        .orElse(TwilioAnswer.NOT_FOUND);
  }

  /** Filters as Twilio's list does; the names {@code DateSent>} and {@code DateSent<} are its. */
  TwilioAnswer list(FormBody query) {
    var found =
        texts
            .where(
                text ->
                    matches(query.text("To"), text.to())
                        && matches(query.text("From"), text.from())
                        && !day(text.at()).isBefore(day(query.text("DateSent>"), LocalDate.MIN))
                        && !day(text.at()).isAfter(day(query.text("DateSent<"), LocalDate.MAX)))
            .reversed();
    var page = new LinkedHashMap<String, @Nullable Object>();
    page.put("messages", found.stream().limit(PAGE).map(this::json).toList());
    page.put("next_page_uri", null);
    return new TwilioAnswer(200, page);
  }

  private static boolean matches(String wanted, String address) {
    return wanted.isEmpty() || wanted.equals(address);
  }

  private static LocalDate day(Instant at) {
    return at.atZone(ZoneOffset.UTC).toLocalDate();
  }

  private static LocalDate day(String text, LocalDate otherwise) {
    return text.length() < 10 ? otherwise : LocalDate.parse(text.substring(0, 10));
  }

  TwilioAnswer media(String sid) {
    return texts
        .find(sid)
        .map(text -> text.media().stream().map(id -> Map.of("sid", id)).toList())
        .map(media -> new TwilioAnswer(200, Map.of("media_list", media)))
        .orElse(TwilioAnswer.NOT_FOUND);
  }

  private Map<String, @Nullable Object> json(Text text) {
    var date = DateTimeFormatter.RFC_1123_DATE_TIME.format(text.at().atZone(ZoneOffset.UTC));
    var json = new LinkedHashMap<String, @Nullable Object>();
    json.put("sid", text.sid());
    json.put("account_sid", settings.newsroom().account());
    json.put("direction", text.isInbound() ? "inbound" : "outbound-api");
    json.put("from", text.from());
    json.put("to", text.to());
    json.put("body", text.body());
    json.put("status", text.status());
    json.put("num_media", String.valueOf(text.media().size()));
    json.put("num_segments", "1");
    json.put("date_created", date);
    json.put("date_sent", date);
    json.put("error_code", text.error() == null ? null : Integer.valueOf(text.error()));
    json.put("messaging_service_sid", null);
    return json;
  }
}
