package org.tipline.intake;

import java.util.Objects;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.stereotype.Component;

/**
 * What the spool says on the health page. It is never "down" for it: the gateway still takes tips,
 * and a load balancer must not turn readers away because some of them wait.
 */
@Component
class SpoolHealthIndicator implements HealthIndicator {

  private final SpoolWatch spool;

  SpoolHealthIndicator(SpoolWatch spool) {
    this.spool = spool;
  }

  @Override
  public Health health() {
    var status = spool.status();
    return Health.up()
        .withDetail("waiting", status.waiting())
        .withDetail("oldestSeconds", status.age().toSeconds())
        .withDetail("parked", status.parked())
        .withDetail("takes", Objects.requireNonNullElse(status.refusal(), "deliveries"))
        .build();
  }
}
