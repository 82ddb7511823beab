package org.tipline.account;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.TimeMeter;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ResponseStatusException;

/**
 * Slows down guessing, without ever locking anyone out: a try comes back with time alone.
 *
 * <p>A try needs a token of the client's network, of that network for this account, and of the
 * account, in this order. So a flood from one network uses up its own tokens and takes from the
 * account's no faster than they come back: the owner gets in from elsewhere at once, and from the
 * same network within half a minute. Success clears nothing, or an own account would buy more
 * tries.
 */
@Component
class SignInThrottle {

  private static final int LONGEST_KEPT = 254;

  private final Cache<String, Bucket> buckets =
      Caffeine.newBuilder().maximumSize(100_000).expireAfterAccess(Duration.ofHours(1)).build();
  private final int perNetwork;
  private final TimeMeter time;

  @Autowired
  SignInThrottle(AccountSettings settings) {
    this(settings.signIn().triesPerNetwork(), TimeMeter.SYSTEM_NANOTIME);
  }

  SignInThrottle(int perNetwork, TimeMeter time) {
    this.perNetwork = perNetwork;
    this.time = time;
  }

  /** How long to wait before this try; empty: go on. */
  Optional<Duration> delay(String account, String client) {
    var name = account.strip().toLowerCase(Locale.ROOT);
    var kept = name.substring(0, Math.min(LONGEST_KEPT, name.length()));
    return delay(
        network(client),
        bucket("client " + client + " account " + kept, 5, Duration.ofSeconds(30)),
        bucket("account " + kept, 10, Duration.ofSeconds(15)));
  }

  /**
   * Lets this try go on, or ends it.
   *
   * @throws ResponseStatusException 429, when it comes too soon
   */
  void slowDown(String account, HttpServletRequest request) {
    require(delay(account, ClientPrefix.of(request.getRemoteAddr())));
  }

  /** The same for a try that names no account: only its network counts. */
  void slowDown(HttpServletRequest request) {
    require(delay(network(ClientPrefix.of(request.getRemoteAddr()))));
  }

  private static void require(Optional<Duration> delay) {
    if (delay.isPresent()) {
      throw new ResponseStatusException(HttpStatus.TOO_MANY_REQUESTS);
    }
  }

  private static Optional<Duration> delay(Bucket... buckets) {
    return Arrays.stream(buckets)
        .map(bucket -> bucket.tryConsumeAndReturnRemaining(1))
        .filter(probe -> !probe.isConsumed())
        .findFirst()
        .map(probe -> Duration.ofNanos(probe.getNanosToWaitForRefill()));
  }

  private Bucket network(String client) {
    return bucket("client " + client, perNetwork, Duration.ofSeconds(10));
  }

  private Bucket bucket(String key, int burst, Duration each) {
    return buckets.get(
        key,
        _ ->
            Bucket.builder()
                .withCustomTimePrecision(time)
                .addLimit(limit -> limit.capacity(burst).refillGreedy(1, each))
                .build());
  }
}
