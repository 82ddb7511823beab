package org.tipline.channel.twilio;

import static java.nio.charset.StandardCharsets.UTF_8;

/** Something that must not be printed, however it gets into a message. */
record Secret(String value) {

  /** Public so that Spring's conversion finds it when it binds settings. */
  public static Secret of(String value) {
    return new Secret(value.strip());
  }

  boolean isBlank() {
    return value.isBlank();
  }

  byte[] bytes() {
    return value.getBytes(UTF_8);
  }

  @Override
  public String toString() {
    return "[REDACTED]";
  }
}
