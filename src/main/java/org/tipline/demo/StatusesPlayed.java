package org.tipline.demo;

import java.net.URI;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;
import org.springframework.web.client.RestClientException;

/**
 * Lets what we sent travel to a made-up phone, and tells our webhook of each step as Twilio does.
 *
 * @see <a href="https://www.twilio.com/docs/messaging/guides/track-outbound-message-status">Status
 *     callbacks</a>
 */
@Component
@Profile("demo")
class StatusesPlayed {

  private static final Logger log = LoggerFactory.getLogger(StatusesPlayed.class);

  private final Texts texts;
  private final People people;
  private final Hook hook;
  private final DemoSettings settings;

  StatusesPlayed(Texts texts, People people, Hook hook, DemoSettings settings) {
    this.texts = texts;
    this.people = people;
    this.hook = hook;
    this.settings = settings;
  }

  /** {@code callback} is the address to tell, nothing: nobody is told. */
  void follow(Text text, String callback) {
    Thread.ofVirtual().name("demo-statuses").start(() -> travel(text, callback));
  }

  private void travel(Text text, String callback) {
    try {
      for (var step : steps(text)) {
        Thread.sleep(step.after());
        texts.change(text.sid(), step.status(), step.error());
        tell(text, step, callback);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private List<Step> steps(Text text) {
    var sent = new Step(Duration.ofMillis(300), "sent", null);
    if (!people.at(text.to()).map(Person::isReachable).orElse(true)) {
      return List.of(sent, new Step(Duration.ofSeconds(1), "undelivered", "30003"));
    }
    var delivered = new Step(Duration.ofMillis(700), "delivered", null);
    return Line.at(text.to()) == Line.WHATSAPP
        ? List.of(sent, delivered, new Step(Duration.ofSeconds(2), "read", null))
        : List.of(sent, delivered);
  }

  private void tell(Text text, Step step, String callback) {
    if (callback.isEmpty()) {
      return;
    }
    var fields = new LinkedHashMap<String, String>();
    fields.put("MessageSid", text.sid());
    fields.put("SmsSid", text.sid());
    fields.put("MessageStatus", step.status());
    fields.put("SmsStatus", step.status());
    fields.put("AccountSid", settings.newsroom().account());
    fields.put("From", text.from());
    fields.put("To", text.to());
    if (step.error() != null) {
      fields.put("ErrorCode", step.error());
    }
    try {
      hook.call(path(callback), new FormBody(fields).encoded());
    } catch (RestClientException e) {
      log.warn("The demo's Twilio could not tell that a text is {}: {}", step, e.toString());
    }
  }

  /** What is behind the public address, which may not be where this very server listens. */
  private static String path(String callback) {
    var url = URI.create(callback);
    return url.getRawQuery() == null
        ? url.getRawPath()
        : url.getRawPath() + "?" + url.getRawQuery();
  }

  /**
   * How far a text has come.
   *
   * @param after since the step before
   * @param status Twilio's word
   * @param error Twilio's code, null when all is well
   */
  private record Step(Duration after, String status, @Nullable String error) {}
}
