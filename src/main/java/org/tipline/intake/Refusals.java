package org.tipline.intake;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.tipline.channel.ChannelName;

/**
 * Calls that were turned away before anything was kept: counted, and the last one remembered, since
 * a token that was changed on one side only shows here and nowhere else.
 */
@Component
class Refusals {

  private static final Logger log = LoggerFactory.getLogger(Refusals.class);
  private static final Duration QUIET = Duration.ofMinutes(1);

  private final Map<ChannelName, Refusal> last = new ConcurrentHashMap<>();
  private final MeterRegistry meters;
  private final Clock clock;

  Refusals(MeterRegistry meters, Clock clock) {
    this.meters = meters;
    this.clock = clock;
  }

  void add(ChannelName channel, String reason) {
    meters.counter("tipline.deliveries.refused", "channel", channel.value()).increment();
    var now = clock.instant();
    var before = last.put(channel, new Refusal(now, "refused a call: " + reason));
    if (before == null || before.at().plus(QUIET).isBefore(now)) {
      log.warn("{} refused a call: {}", channel, reason);
    }
  }

  @Nullable Refusal last(ChannelName channel) {
    return last.get(channel);
  }

  record Refusal(Instant at, String reason) {}
}
