package org.tipline.account;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.TimeMeter;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.util.List;
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
 * same network within half a minute. A flood from several networks may use up the account's as they
 * come; but whoever signed in to it from a network before needs none of them there. Success clears
 * nothing else, or an own account would buy more tries.
 */
@Component
class SignInThrottle {

  private static final int LONGEST_KEPT = 254;

  private final Cache<String, Bucket> buckets =
      Caffeine.newBuilder().maximumSize(100_000).expireAfterAccess(Duration.ofHours(1)).build();
  private final Cache<String, Boolean> known =
      Caffeine.newBuilder().maximumSize(100_000).expireAfterWrite(Duration.ofDays(30)).build();
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
    var name = kept(account);
    var pair = pair(name, client);
    var here = List.of(network(client), bucket(pair, 5, Duration.ofSeconds(30)));
    return delay(here)
        .or(
            () ->
                known.getIfPresent(pair) == null
                    ? delay(List.of(bucket("account " + name, 10, Duration.ofSeconds(15))))
                    : Optional.empty());
  }

  /** A right password came from there. */
  void remember(String account, String client) {
    known.put(pair(kept(account), client), true);
  }

  private static String kept(String account) {
    var name = account.strip().toLowerCase(Locale.ROOT);
    return name.substring(0, Math.min(LONGEST_KEPT, name.length()));
  }

  private static String pair(String name, String client) {
    return "client " + client + " account " + name;
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
    require(delay(List.of(network(ClientPrefix.of(request.getRemoteAddr())))));
  }

  private static void require(Optional<Duration> delay) {
    if (delay.isPresent()) {
      throw new ResponseStatusException(HttpStatus.TOO_MANY_REQUESTS);
    }
  }

  private static Optional<Duration> delay(List<Bucket> buckets) {
    return buckets.stream()
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
