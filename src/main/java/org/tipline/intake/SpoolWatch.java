package org.tipline.intake;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.TimeGauge;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.springframework.stereotype.Component;

/** How the spool of this machine stands, for those who run it. */
@Component
public class SpoolWatch {

  private final SpoolFolder folder;
  private final SpoolBad bad;
  private final Clock clock;

  SpoolWatch(SpoolFolder folder, SpoolBad bad, Clock clock, MeterRegistry meters) {
    this.folder = folder;
    this.bad = bad;
    this.clock = clock;
    Gauge.builder("tipline.spool.waiting", folder, f -> f.waiting().size()).register(meters);
    Gauge.builder("tipline.spool.parked", bad, SpoolBad::count).register(meters);
    TimeGauge.builder(
            "tipline.spool.oldest", this, TimeUnit.SECONDS, w -> w.status().age().toSeconds())
        .register(meters);
  }

  public SpoolStatus status() {
    var waiting = folder.waiting();
    return new SpoolStatus(waiting.size(), age(waiting), bad.count(), folder.refusal());
  }

  private Duration age(List<String> waiting) {
    return waiting.stream()
        .map(SpoolName::parse)
        .flatMap(Optional::stream)
        .findFirst()
        .map(oldest -> Duration.between(oldest.at(), clock.instant()))
        .filter(Duration::isPositive)
        .orElse(Duration.ZERO);
  }

  /** Files that could not be brought into the database, oldest first. */
  public List<ParkedSpoolFile> parked() {
    return bad.all();
  }

  /** Has every parked file tried again; returns how many. */
  public int readAgain() {
    return folder.putBack();
  }
}
