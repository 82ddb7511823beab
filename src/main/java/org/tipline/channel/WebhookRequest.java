package org.tipline.channel;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A provider's call, as it came over the wire.
 *
 * @param path the raw path, percent-escapes untouched
 * @param query the raw query string, null when there is none
 * @param headers by lower-case name, in the order received
 * @param body the exact bytes, at most the channel's limit
 */
public record WebhookRequest(
    String method,
    String path,
    @Nullable String query,
    Map<String, List<String>> headers,
    byte[] body) {

  /** The first value of a header, whatever the case of its name. */
  public Optional<String> header(String name) {
    return headers.getOrDefault(name.toLowerCase(Locale.ROOT), List.of()).stream().findFirst();
  }

  @Override
  public String toString() {
    return "WebhookRequest[" + method + " " + path + ", " + body.length + " bytes]";
  }
}
