package org.tipline.demo;

import static java.net.URLEncoder.encode;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/** Brings in what Twilio would post to our webhooks. */
@Component
@Profile("demo")
class TwilioDoor implements Door {

  private final Hook hook;
  private final TwilioPlayed twilio;

  TwilioDoor(Hook hook, TwilioPlayed twilio) {
    this.hook = hook;
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
    var status = hook.call(request.path(), body);
    if (status != 200) {
      throw new IOException("the webhook answered " + status);
    }
  }
}
