package org.tipline.channel.form;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tipline.support.SettableClock;

class PostLimiterTests {

  private final SettableClock clock = new SettableClock();
  private final PostLimiter limiter =
      new PostLimiter(new WebSettings(true, 3, Duration.ofMinutes(10), 10), clock);

  @Test
  void networkOverItsShareIsRefusedAndItsNeighboursAreNot() {
    assertThat(admitted("198.51.100.7", 2) + admitted("198.51.100.200", 2)).isEqualTo(3);
    assertThat(admitted("198.51.101.7", 1)).isOne();
    assertThat(admitted("2001:db8:1::1", 2) + admitted("2001:db8:1:ffff::2", 2)).isEqualTo(3);
    assertThat(admitted("2001:db8:2::1", 1)).isOne();
  }

  @Test
  void shareComesBackWithTime() {
    assertThat(admitted("198.51.100.7", 5)).isEqualTo(3);
    clock.pass(Duration.ofMinutes(4));
    assertThat(admitted("198.51.100.7", 5)).isOne();
    clock.pass(Duration.ofDays(1));
    assertThat(admitted("198.51.100.7", 5)).isEqualTo(3);
  }

  @Test
  void refusedNetworkTakesNothingFromEveryone() {
    admitted("198.51.100.7", 50);
    assertThat(admitted("203.0.113.1", 3) + admitted("192.0.2.1", 3)).isEqualTo(6);
  }

  @ParameterizedTest
  @ValueSource(strings = {"127.0.0.1", "10.1.2.3", "192.168.1.1", "::1", "fd00::1", "fe80::1", ""})
  void proxyThatHidesItsClientsIsHeldToTheShareOfEveryoneOnly(String peer) {
    assertThat(admitted(peer, 20)).isEqualTo(10);
  }

  private int admitted(String peer, int posts) {
    var admitted = 0;
    for (var n = 0; n < posts; n++) {
      admitted += limiter.admits(peer) ? 1 : 0;
    }
    return admitted;
  }
}
