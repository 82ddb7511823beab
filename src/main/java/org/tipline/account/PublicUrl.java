package org.tipline.account;

import java.net.URI;
import org.springframework.stereotype.Component;

/** The address links start with; never taken from a request, whose Host header anyone can write. */
@Component
class PublicUrl {

  private final URI base;

  PublicUrl(AccountSettings settings) {
    this.base = parse(settings.publicUrl());
  }

  boolean isHttps() {
    return "https".equals(base.getScheme());
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
