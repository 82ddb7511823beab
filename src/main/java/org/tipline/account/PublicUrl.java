package org.tipline.account;

import java.net.URI;
import java.util.regex.Pattern;
import org.springframework.stereotype.Component;

/** The address links start with; never taken from a request, whose Host header anyone can write. */
@Component
class PublicUrl {

  /** A host that is no name. */
  private static final Pattern NUMBERS = Pattern.compile("\\[.*]|[0-9.]+");

  private final URI base;

  PublicUrl(AccountSettings settings) {
    this.base = parse(settings.publicUrl());
  }

  boolean isHttps() {
    return "https".equals(base.getScheme());
  }

  String host() {
    return base.getHost();
  }

  /** {@code https://tips.example.org}, as browsers write it: RFC 6454 §6.2. */
  String origin() {
    var ownPort = isHttps() ? 443 : 80;
    var port = base.getPort() < 0 || base.getPort() == ownPort ? "" : ":" + base.getPort();
    return base.getScheme() + "://" + base.getHost() + port;
  }

  /** Whether browsers make any for us: by https and a name, or on one's own machine. */
  boolean takesPasskeys() {
    return host().equals("localhost") || (isHttps() && !NUMBERS.matcher(host()).matches());
  }

  URI link(String path) {
    return URI.create(base + path);
  }

  private static URI parse(String text) {
    try {
      var url = URI.create(text.strip().replaceAll("/+$", ""));
      if (isAddress(url)) {
        return url;
      }
    } catch (IllegalArgumentException _) {
      // said below, in words
    }
    throw new BadAccountSettings(
        "Set tipline.public-url to the address readers and editors use, such as"
            + " https://tips.example.org.");
  }

  private static boolean isAddress(URI url) {
    return ("https".equals(url.getScheme()) || "http".equals(url.getScheme()))
        && url.getHost() != null
        && url.getQuery() == null
        && url.getFragment() == null;
  }
}
