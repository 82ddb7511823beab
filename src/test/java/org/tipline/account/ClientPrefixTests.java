package org.tipline.account;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ClientPrefixTests {

  @Test
  void neighboursAreOneNetwork() {
    assertThat(ClientPrefix.of("192.0.2.1")).isEqualTo(ClientPrefix.of("192.0.2.254"));
    assertThat(ClientPrefix.of("2001:db8:1::1")).isEqualTo(ClientPrefix.of("2001:db8:1:ffff::2"));
  }

  @Test
  void othersAreNot() {
    assertThat(ClientPrefix.of("192.0.2.1")).isNotEqualTo(ClientPrefix.of("192.0.3.1"));
    assertThat(ClientPrefix.of("2001:db8:1::1")).isNotEqualTo(ClientPrefix.of("2001:db8:2::1"));
  }

  @Test
  void bothSpellingsOfAnAddressAreOneNetwork() {
    assertThat(ClientPrefix.of("::ffff:192.0.2.1")).isEqualTo(ClientPrefix.of("192.0.2.1"));
    assertThat(ClientPrefix.of("fe80::1%1")).isEqualTo(ClientPrefix.of("fe80::2"));
  }
}
