package org.tipline.demo;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One SMS or WhatsApp message at the Twilio that the demo plays.
 *
 * @param from as Twilio writes it, {@code whatsapp:+254…} or {@code +254…} or a short code
 * @param media the ids of its files, {@code ME…}
 * @param isInbound a reader wrote it
 * @param status Twilio's word
 * @param error Twilio's code, null when all is well
 */
record Text(
    String sid,
    String from,
    String to,
    String body,
    List<String> media,
    boolean isInbound,
    String status,
    @Nullable String error,
    Instant at) {

  Text with(String nextStatus, @Nullable String nextError) {
    return new Text(sid, from, to, body, media, isInbound, nextStatus, nextError, at);
  }

  boolean isBetween(String one, String other) {
    return (from.equals(one) && to.equals(other)) || (from.equals(other) && to.equals(one));
  }
}
