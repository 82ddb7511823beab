package org.tipline.channel.twilio;

import java.net.URI;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.tipline.channel.HalfConfigured;

/**
 * The address providers know us by, from configuration: a request's own Host and forwarded headers
 * are the sender's to choose.
 */
class PublicUrl {

  // A path as behind a proxy, and nothing that providers would leave out when they sign.
  private static final Pattern WHOLE =
      Pattern.compile("https?://[A-Za-z0-9.-]+(:[0-9]{1,5})?(/[A-Za-z0-9._~/-]*)?");

  private final String scheme;
  private final String host;
  private final String port;
  private final String prefix;

  private PublicUrl(URI url) {
    this.scheme = url.getScheme();
    this.host = url.getHost();
    this.port = url.getPort() < 0 ? "" : ":" + url.getPort();
    this.prefix = url.getRawPath().replaceFirst("/+$", "");
  }

  /** {@code because} is the setting that asks for an address. */
  static PublicUrl of(String configured, String because) {
    if (configured.isBlank()) {
      throw new HalfConfigured("tipline.public-url", because);
    }
    if (!WHOLE.matcher(configured.strip()).matches()) {
      throw new IllegalArgumentException(
          "Set tipline.public-url to a whole address, such as https://tips.example.org.");
    }
    return new PublicUrl(URI.create(configured.strip()));
  }

  /** {@code path} and {@code query} raw, as they came or will come over the wire. */
  String at(String path, @Nullable String query) {
    return with(port, path, query);
  }

  /**
   * The spellings of one address a provider may have signed, the configured one first: Twilio keeps
   * or drops the port by product. See https://www.twilio.com/docs/usage/webhooks/webhooks-security
   */
  List<String> spellings(String path, @Nullable String query) {
    var defaultPort = scheme.equals("https") ? ":443" : ":80";
    return Stream.of(port, "", defaultPort)
        .distinct()
        .map(spelling -> with(spelling, path, query))
        .toList();
  }

  private String with(String port, String path, @Nullable String query) {
    return scheme + "://" + host + port + prefix + path + (query == null ? "" : "?" + query);
  }
}
