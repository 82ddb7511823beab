package org.tipline.channel;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.tipline.channel.SmsSegments.Encoding;

class SmsTextTests {

  @ParameterizedTest
  @ValueSource(strings = {"ng’ombe", "ngʼombe", "ng‘ombe", "ng`ombe", "ng´ombe", "ng′ombe"})
  void everyWayToTypeTheLetterIsOne(String typed) {
    assertThat(SmsText.of(typed)).isEqualTo("ng'ombe");
  }

  @ParameterizedTest
  @CsvSource({
    "“Haki”, '\"Haki\"'",
    "«Haki», '\"Haki\"'",
    "leo – kesho — keshokutwa, leo - kesho - keshokutwa",
    "subiri…, subiri...",
    "• moja, * moja"
  })
  void typographyIsWrittenPlainly(String typed, String plain) {
    assertThat(SmsText.of(typed)).isEqualTo(plain);
  }

  @Test
  void blanksAndLineEndsAreWrittenPlainly() {
    assertThat(SmsText.of("a\u00A0b\u2009c\td\r\ne\rf\u2028g\u200B\uFEFFh"))
        .isEqualTo("a b c d\ne\nf\ngh");
  }

  @Test
  void accentsAreComposedBeforeTheyCount() {
    assertThat(SmsSegments.of(SmsText.of("cafe\u0301")).encoding()).isEqualTo(Encoding.GSM_7);
    assertThat(SmsSegments.of("cafe\u0301").encoding()).isEqualTo(Encoding.UCS_2);
  }

  @Test
  void whatIsNoTypographyStays() {
    var text = "Ufisadi €5 😀 👨‍👩‍👧 ሰላም مرحبا {leo} [x] \\ ~ \uD83D";

    assertThat(SmsText.of(text)).isEqualTo(text);
    assertThat(SmsText.of("")).isEmpty();
  }
}
