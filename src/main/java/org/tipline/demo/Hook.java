package org.tipline.demo;

import static java.nio.charset.StandardCharsets.UTF_8;

import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/** Calls our webhooks as Twilio does, signature and all. */
@Component
@Profile("demo")
class Hook {

  private static final String FORM = "application/x-www-form-urlencoded; charset=UTF-8";

  private final OurServer server;
  private final Signature signature;

  Hook(OurServer server, Signature signature) {
    this.server = server;
    this.signature = signature;
  }

  /** Returns the status of the answer; what is not 2xx is an exception of the client. */
  int call(String path, String form) {
    return server
        .client()
        .post()
        .uri(path)
        .header("Content-Type", FORM)
        .header("X-Twilio-Signature", signature.over(path, form))
        .body(form.getBytes(UTF_8))
        .retrieve()
        .toBodilessEntity()
        .getStatusCode()
        .value();
  }
}
