package org.tipline.demo;

import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;
import org.springframework.web.client.RestClientException;

/** The phones of the made-up readers: SMS and WhatsApp with the newsroom. */
@Component
@Profile("demo")
class Phone {

  private static final int LONGEST = 1_600;

  private final Texts texts;
  private final Hook hook;
  private final TwilioPlayed twilio;
  private final DemoSettings settings;
  private final Clock clock;

  Phone(Texts texts, Hook hook, TwilioPlayed twilio, DemoSettings settings, Clock clock) {
    this.texts = texts;
    this.hook = hook;
    this.twilio = twilio;
    this.settings = settings;
    this.clock = clock;
  }

  /** Oldest first. */
  List<Text> conversation(Person person, Line line) {
    return texts.where(
        text -> text.isBetween(line.address(person), line.address(settings.newsroom())));
  }

  /**
   * Writes to the newsroom, by its signed webhook.
   *
   * @param picture only on WhatsApp: Kenya's networks carry no pictures by SMS
   * @throws NotTaken when it is empty or too long, or the webhook refuses it
   */
  void write(Person person, Line line, String words, @Nullable Picture picture) {
    if (words.length() > LONGEST || (words.isBlank() && picture == null)) {
      throw new NotTaken("A message has 1 to 1,600 characters.");
    }
    var text = text(person, line, words, picture);
    texts.add(text);
    try {
      hook.call(line.hook(), form(person, line, text, picture).encoded());
      texts.change(text.sid(), "received", null);
    } catch (RestClientException e) {
      texts.remove(text.sid());
      throw new NotTaken("The newsroom's webhook did not take it; see the console.");
    }
  }

  private Text text(Person person, Line line, String words, @Nullable Picture picture) {
    return new Text(
        Sid.of(picture == null ? "SM" : "MM"),
        line.address(person),
        line.address(settings.newsroom()),
        words,
        picture == null ? List.of() : List.of(picture.id()),
        true,
        "receiving",
        null,
        clock.instant());
  }

  private FormBody form(Person person, Line line, Text text, @Nullable Picture picture) {
    var fields = new LinkedHashMap<String, String>();
    fields.put("MessageSid", text.sid());
    fields.put("SmsSid", text.sid());
    fields.put("SmsMessageSid", text.sid());
    fields.put("AccountSid", settings.newsroom().account());
    fields.put("From", text.from());
    fields.put("To", text.to());
    fields.put("Body", text.body());
    fields.put("NumSegments", "1");
    fields.put("SmsStatus", "received");
    fields.put("ApiVersion", "2010-04-01");
    if (line == Line.WHATSAPP) {
      fields.put("ProfileName", person.name());
      fields.put("WaId", person.phone().substring(1));
      fields.put("MessageType", picture == null ? "text" : picture.isImage() ? "image" : "audio");
    }
    fields.put("NumMedia", String.valueOf(text.media().size()));
    if (picture != null) {
      fields.put("MediaContentType0", picture.type());
      fields.put("MediaUrl0", address(text, picture));
    }
    return new FormBody(fields);
  }

  private String address(Text text, Picture picture) {
    return "%s/2010-04-01/Accounts/%s/Messages/%s/Media/%s"
        .formatted(twilio.address(), settings.newsroom().account(), text.sid(), picture.id());
  }
}
