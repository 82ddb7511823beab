package org.tipline.demo;

import static java.net.URLEncoder.encode;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/** Calls our webhooks as Twilio does, signature and all. */
@Component
@Profile("demo")
class TwilioDoor implements Door {

  private static final String FORM = "application/x-www-form-urlencoded; charset=UTF-8";

  private final OurServer server;
  private final Signature signature;
  private final TwilioPlayed twilio;

  TwilioDoor(OurServer server, Signature signature, TwilioPlayed twilio) {
    this.server = server;
    this.signature = signature;
    this.twilio = twilio;
  }

  @Override
  public String ending() {
    return ".http";
  }

  @Override
  public void deliver(Path payload) throws IOException {
    var request = HttpPayload.parse(Files.readString(payload, UTF_8));
    var body =
        request
            .body()
            .replace(encode("https://api.twilio.com", UTF_8), encode(twilio.address(), UTF_8));
    var answer =
        server
            .client()
            .post()
            .uri(request.path())
            .header("Content-Type", FORM)
            .header("X-Twilio-Signature", signature.over(request.path(), body))
            .body(body.getBytes(UTF_8))
            .retrieve()
            .toBodilessEntity();
    if (answer.getStatusCode().value() != 200) {
      throw new IOException("the webhook answered " + answer.getStatusCode());
    }
  }
}
