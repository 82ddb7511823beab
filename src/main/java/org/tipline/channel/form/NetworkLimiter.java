package org.tipline.channel.form;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.TimeMeter;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/**
 * Slows a flood down, in this instance's memory alone: no address is stored, and none is even held
 * for longer than its request.
 */
class NetworkLimiter {

  private static final int NETWORKS = 50_000;

  private final int perNetwork;
  private final Duration window;
  private final TimeMeter time;
  private final DailyKey key;
  private final Cache<String, Bucket> networks;
  private final Bucket everyone;

  /** {@code perNetwork} in {@code window}, and {@code perMinute} of all networks together. */
  NetworkLimiter(int perNetwork, Duration window, int perMinute, Clock clock) {
    this.perNetwork = perNetwork;
    this.window = window;
    this.time = new ClockMeter(clock);
    this.key = new DailyKey(clock);
    this.networks =
        Caffeine.newBuilder()
            .maximumSize(NETWORKS)
            .expireAfterAccess(window)
            .ticker(time::currentTimeNanos)
            .build();
    this.everyone = bucket(perMinute, Duration.ofMinutes(1));
  }

  /** The network first, so that one that is over its share takes nothing from the others. */
  boolean admits(String peer) {
    return Network.of(peer).map(key::hide).map(this::admitsNetwork).orElse(true)
        && everyone.tryConsume(1);
  }

  private boolean admitsNetwork(String hidden) {
    return networks.get(hidden, _ -> bucket(perNetwork, window)).tryConsume(1);
  }

  private Bucket bucket(int most, Duration window) {
    return Bucket.builder()
        .addLimit(limit -> limit.capacity(most).refillGreedy(most, window))
        .withCustomTimePrecision(time)
        .build();
  }

  private record ClockMeter(Clock clock) implements TimeMeter {

    @Override
    public long currentTimeNanos() {
      return TimeUnit.MILLISECONDS.toNanos(clock.millis());
    }

    @Override
    public boolean isWallClockBased() {
      return true;
    }
  }
}
