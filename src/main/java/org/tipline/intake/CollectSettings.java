package org.tipline.intake;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How often providers are asked for what never reached us.
 *
 * @param every from the end of one look to the next, ten seconds or more
 */
@ConfigurationProperties("tipline.intake.collect")
record CollectSettings(@DefaultValue("5m") Duration every) {

  private static final Duration LEAST = Duration.ofSeconds(10);

  CollectSettings {
    if (every.compareTo(LEAST) < 0) {
      throw new IllegalArgumentException("Set tipline.intake.collect.every to 10s or more.");
    }
  }
}
