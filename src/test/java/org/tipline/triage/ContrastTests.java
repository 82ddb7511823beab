package org.tipline.triage;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.core.io.ClassPathResource;

/** Every colour of small text on every ground it stands on, by day and by night: WCAG 1.4.3. */
class ContrastTests {

  private static final double LEAST = 4.5;
  private static final int LIGHT = 1;
  private static final int DARK = 2;

  @ParameterizedTest
  @ValueSource(
      strings = {"ink", "soft", "accent", "sms", "whatsapp", "web", "email", "amber", "red"})
  void textCanBeRead(String colour) throws IOException {
    for (var ground : new String[] {"paper", "card", "wash"}) {
      for (var scheme : new int[] {LIGHT, DARK}) {
        assertThat(contrast(value(colour, scheme), value(ground, scheme)))
            .as("%s on %s (%d)", colour, ground, scheme)
            .isGreaterThanOrEqualTo(LEAST);
      }
    }
  }

  private static int value(String token, int scheme) throws IOException {
    var css = new ClassPathResource("static/css/tokens.css").getContentAsString(UTF_8);
    var values =
        Pattern.compile("--" + token + ": light-dark\\(#(\\w{6}), #(\\w{6})\\)").matcher(css);
    assertThat(values.find()).as(token).isTrue();
    return Integer.parseInt(values.group(scheme), 16);
  }

  private static double contrast(int one, int other) {
    var a = luminance(one) + 0.05;
    var b = luminance(other) + 0.05;
    return Math.max(a, b) / Math.min(a, b);
  }

  private static double luminance(int rgb) {
    return 0.2126 * linear(rgb >> 16) + 0.7152 * linear(rgb >> 8) + 0.0722 * linear(rgb);
  }

  private static double linear(int channel) {
    var value = (channel & 0xff) / 255.0;
    return value <= 0.03928 ? value / 12.92 : Math.pow((value + 0.055) / 1.055, 2.4);
  }
}
