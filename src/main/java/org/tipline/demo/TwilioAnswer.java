package org.tipline.demo;

import java.util.Map;

/** What the Twilio that the demo plays answers; an error has its code as Twilio's have. */
record TwilioAnswer(int status, Map<String, ?> json) {

  static TwilioAnswer refused(int code, String message) {
    return new TwilioAnswer(400, Map.of("code", code, "message", message, "status", 400));
  }

  static final TwilioAnswer NOT_FOUND =
      new TwilioAnswer(404, Map.of("code", 20404, "message", "not found", "status", 404));
}
