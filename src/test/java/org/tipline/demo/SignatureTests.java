package org.tipline.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class SignatureTests {

  private static final DemoSettings.Newsroom NEWSROOM =
      new DemoSettings.Newsroom("", "", "", "", "");

  /** The example of https://www.twilio.com/docs/usage/webhooks/webhooks-security. */
  @Test
  void signsTwiliosOwnExampleAsTwilioDoes() {
    var signature = new Signature(newsroom("12345", "https://example.com"));

    assertThat(
            signature.over(
                "/myapp.php?foo=1&bar=2",
                "Digits=1234&To=%2B18005551212&From=%2B14158675310&Caller=%2B14158675310"
                    + "&CallSid=CA1234567890ABCDE"))
        .isEqualTo("L/OH5YylLD5NRKLltdqwSvS0BnU=");
  }

  @Test
  void keepsItsTokenToItself() {
    assertThat(newsroom("12345", "https://example.com").toString()).doesNotContain("12345");
  }

  private static DemoSettings newsroom(String token, String publicUrl) {
    return new DemoSettings(Path.of("seeds"), 0, 0, 0, token, URI.create(publicUrl), NEWSROOM);
  }
}
