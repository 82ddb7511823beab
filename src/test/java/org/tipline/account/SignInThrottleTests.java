package org.tipline.account;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.bucket4j.TimeMeter;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SignInThrottleTests {

  private final AtomicLong nanos = new AtomicLong();
  private final SignInThrottle throttle = new SignInThrottle(30, new Stopwatch(nanos));

  @Test
  void guessesAtOneAccountFromOneNetworkAreSlowed() {
    assertThat(granted(100, "achieng@example.org", "a")).isEqualTo(5);
    assertThat(throttle.delay("achieng@example.org", "a"))
        .hasValueSatisfying(
            wait -> assertThat(wait).isBetween(Duration.ofSeconds(1), Duration.ofSeconds(30)));
  }

  @Test
  void ownerIsNotLockedOutByAFloodFromElsewhere() {
    for (var minute = 0; minute < 60; minute++) {
      granted(1_000, "achieng@example.org", "a");
      pass(Duration.ofMinutes(1));
    }
    granted(1_000, "achieng@example.org", "a");

    assertThat(throttle.delay("achieng@example.org", "b")).isEmpty();
  }

  @Test
  void ownerGetsInFromTheSameNetworkAfterHalfAMinute() {
    granted(1_000, "achieng@example.org", "a");
    pass(Duration.ofSeconds(30));

    assertThat(throttle.delay("achieng@example.org", "a")).isEmpty();
  }

  @Test
  void guessesAtOneAccountFromManyNetworksAreSlowed() {
    var granted =
        IntStream.range(0, 1_000)
            .filter(i -> throttle.delay("achieng@example.org", "network " + i).isEmpty())
            .count();

    assertThat(granted).isEqualTo(10);
  }

  @Test
  void ownerIsNotLockedOutByAFloodFromManyNetworksWhereTheySignedInBefore() {
    throttle.remember("Achieng@example.org", "home");
    IntStream.range(0, 1_000).forEach(n -> throttle.delay("achieng@example.org", "network " + n));

    assertThat(throttle.delay("achieng@example.org", "away")).isPresent();
    assertThat(granted(100, "achieng@example.org", "home")).isEqualTo(5);
  }

  @Test
  void guessesAtManyAccountsFromOneNetworkAreSlowed() {
    var granted =
        IntStream.range(0, 1_000)
            .filter(i -> throttle.delay("editor" + i + "@example.org", "a").isEmpty())
            .count();

    assertThat(granted).isEqualTo(30);
  }

  @Test
  void spellingsOfAnAccountAreOneAccount() {
    granted(5, "achieng@example.org", "a");

    assertThat(throttle.delay("  ACHIENG@Example.org ", "a")).isPresent();
  }

  private long granted(int tries, String account, String client) {
    return IntStream.range(0, tries).filter(_ -> throttle.delay(account, client).isEmpty()).count();
  }

  private void pass(Duration time) {
    nanos.addAndGet(time.toNanos());
  }

  private record Stopwatch(AtomicLong nanos) implements TimeMeter {

    @Override
    public long currentTimeNanos() {
      return nanos.get();
    }

    @Override
    public boolean isWallClockBased() {
      return false;
    }
  }
}
