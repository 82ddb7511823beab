package org.tipline.triage;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How the desk looks at age, and how much it carries.
 *
 * @param amber a waiting tip this old turns amber
 * @param red a waiting tip this old turns red
 * @param pageSize tips a page of the queue
 * @param streams open live pages at most, on this instance
 */
@ConfigurationProperties("tipline.triage")
record TriageSettings(
    @DefaultValue("10m") Duration amber,
    @DefaultValue("20m") Duration red,
    @DefaultValue("50") int pageSize,
    @DefaultValue("500") int streams) {

  TriageSettings {
    if (!amber.isPositive() || red.compareTo(amber) <= 0) {
      throw new IllegalArgumentException(
          "tipline.triage.amber must be positive and shorter than tipline.triage.red");
    }
    if (pageSize < 1 || pageSize > 500) {
      throw new IllegalArgumentException("tipline.triage.page-size must be 1 to 500");
    }
    if (streams < 1) {
      throw new IllegalArgumentException("tipline.triage.streams must be at least 1");
    }
  }
}
