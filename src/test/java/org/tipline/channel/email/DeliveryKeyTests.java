package org.tipline.channel.email;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tipline.channel.email.MailFixture.mail;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DeliveryKeyTests {

  private static final String MAIL = "Subject: Maji\nMessage-ID: <1@x>\n\nBody\n";
  private static final String KEY = key(MAIL);

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Received: from a by b\n\twith SMTP id 1;\n\tMon\n",
        "Return-Path: <a@b>\nDelivered-To: c\nX-Received: by d\nRECEIVED: e\n",
        "ARC-Seal: i=1\nARC-Message-Signature: i=1;\n b=x\nAuthentication-Results: mx; dkim=pass\n"
      })
  void wayTheMailTookDoesNotCount(String trace) {
    assertThat(key(trace + MAIL)).isEqualTo(KEY);
  }

  @Test
  void everythingElseCounts() {
    assertThat(key(MAIL + "more")).isNotEqualTo(KEY);
    assertThat(key("X-Spam: no\n" + MAIL)).isNotEqualTo(KEY);
    assertThat(key("Subject: Maji\nReceived: x\nMessage-ID: <1@x>\n\nBody\n")).isNotEqualTo(KEY);
    assertThat(DeliveryKey.of(mail(MAIL), List.of("b@x.org"))).isNotEqualTo(KEY);
    assertThat(KEY).matches("[0-9a-f]{64}");
  }

  @Test
  void recipientsCountInAnyOrderAndCase() {
    assertThat(DeliveryKey.of(mail(MAIL), List.of("a+1@x.org", "A+2@x.org")))
        .isEqualTo(DeliveryKey.of(mail(MAIL), List.of("a+2@X.org", "a+1@x.org")));
  }

  @Test
  void mailOfNothingButTraceHasAKey() {
    assertThat(key("Received: x")).isEqualTo(key("Received: y\n"));
    assertThat(key("")).hasSize(64);
  }

  private static String key(String mail) {
    return DeliveryKey.of(mail(mail), List.of("a@x.org"));
  }
}
