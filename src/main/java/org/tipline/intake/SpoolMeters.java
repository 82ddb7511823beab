package org.tipline.intake;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import org.springframework.stereotype.Component;

/** What monitoring counts of the spool. */
@Component
class SpoolMeters {

  private final Counter written;
  private final Counter refused;
  private final Counter drained;

  SpoolMeters(MeterRegistry meters) {
    this.written = meters.counter("tipline.spool.written");
    this.refused = meters.counter("tipline.spool.refused");
    this.drained = meters.counter("tipline.spool.drained");
  }

  void written() {
    written.increment();
  }

  void refused() {
    refused.increment();
  }

  void drained(int count) {
    drained.increment(count);
  }
}
