package org.tipline.channel.twilio;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.net.URLEncoder;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TwilioFormTests {

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '"',
      ignoreLeadingAndTrailingWhitespace = false,
      value = {
        "a=b,{a=[b]}",
        "a=b&a=c&z=1&a=b,\"{a=[b, c, b], z=[1]}\"",
        "B=1&a=2&A=3,\"{B=[1], a=[2], A=[3]}\"",
        "a=,{a=[]}",
        "a,{a=[]}",
        "=b,{=[b]}",
        "=,{=[]}",
        "a=b=c,{a=[b=c]}",
        "&&a=b&&,{a=[b]}",
        "a=+b+,{a=[ b ]}",
        "a=%2B%26%3d,{a=[+&=]}",
        "a%5B0%5D=b,{a[0]=[b]}",
        "a=%E2%80%99,{a=[’]}",
        "a=%F0%9F%98%80,{a=[😀]}",
        "a=Ng’ang’a,{a=[Ng’ang’a]}",
        "a=%,{a=[%]}",
        "a=100%&b=1,\"{a=[100%], b=[1]}\"",
        "a=%2,{a=[%2]}",
        "a=%zz%41,{a=[%zzA]}",
        "a=%4&b=1,\"{a=[%4], b=[1]}\"",
        "a=%%41,{a=[%A]}",
        "a=%C3,{a=[\uFFFD]}",
        "a=%ED%A0%80,{a=[\uFFFD]}",
        "a=e%CC%81,{a=[e\u0301]}",
        "a=b;c=d,{a=[b;c=d]}",
      })
  void bodyIsReadAsItIs(String body, String values) {
    assertThat(TwilioForm.parse(body.getBytes(UTF_8)).values()).hasToString(values);
  }

  @Test
  void emptyBodyHasNoValues() {
    assertThat(TwilioForm.parse(new byte[0]).values()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {" a ", "\t\r\n", "100%", "a+b&c=d", "Ng’", "é", "e\u0301", "\u200f😀", "\0"})
  void whatWasEncodedIsDecodedToTheSame(String text) {
    var body = "Body=" + URLEncoder.encode(text, UTF_8) + "&To=1";

    var form = TwilioForm.parse(body.getBytes(US_ASCII));

    assertThat(form.values().get("Body")).containsExactly(text);
  }

  @Test
  void textHoldsNothingTheDatabaseRefuses() {
    var form = TwilioForm.parse("Body=a%00b%ED%A0%80c".getBytes(US_ASCII));

    assertThat(form.text("Body")).startsWith("a\uFFFDb").endsWith("c").doesNotContain("\0");
    assertThat(UTF_8.newEncoder().canEncode(form.text("Body"))).isTrue();
  }

  @Test
  void noBytesAreTooOdd() {
    var random = new Random(20261105);
    var alphabet = "&=%+aA0f\0\u00e9\u00ff".getBytes(ISO_8859_1);
    for (int round = 0; round < 20_000; round++) {
      var body = new byte[random.nextInt(24)];
      for (int i = 0; i < body.length; i++) {
        body[i] = alphabet[random.nextInt(alphabet.length)];
      }
      assertThatCode(() -> TwilioForm.parse(body)).doesNotThrowAnyException();
    }
  }
}
