package org.tipline.submission;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How files are fetched from providers.
 *
 * @param atOnce files at the same time on this instance, 1 to 100
 */
@ConfigurationProperties("tipline.media.fetching")
record FetchingSettings(@DefaultValue("8") int atOnce) {

  FetchingSettings {
    if (atOnce < 1 || atOnce > 100) {
      throw new IllegalArgumentException("Set tipline.media.fetching.at-once to 1 to 100.");
    }
  }
}
