package org.tipline.channel.twilio;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.tipline.channel.Address;
import org.tipline.channel.Address.Kind;

class PhoneNumbersTests {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "0743570000",
        "743570000",
        "254743570000",
        "+254743570000",
        " +254743570000 ",
        "000254743570000",
        "00254743570000",
        "+2540743570000",
        "+254 (0) 743 570000",
        "０７４３５７００００",
        "tel:+254743570000",
        "rcs:+254743570000"
      })
  void spellingsOfOneNumberAreOneAddress(String text) {
    assertThat(read("KE", text)).isEqualTo(new Address(Kind.PHONE, "+254743570000"));
  }

  @ParameterizedTest
  @CsvSource({
    "TZ, 0743570000, +255743570000",
    "UG, 0743570000, +256743570000",
    "KE, +255743570000, +255743570000",
    "KE, 0110123456, +254110123456",
  })
  void regionIsForNumbersWithoutACountry(String region, String text, String number) {
    assertThat(read(region, text)).isEqualTo(new Address(Kind.PHONE, number));
  }

  @ParameterizedTest
  @CsvSource({
    "21234,         SHORT_CODE",
    "911,           SHORT_CODE",
    "254700,        SHORT_CODE",
    "Safaricom,     WORD",
    "M-PESA,        WORD",
    "KCB 123456789, WORD",
    "1800FLOWERS,   WORD",
    "ሸገር,           WORD",
    "+25474357000,  PHONE",
    "+254300555101, PHONE",
    "12,            PHONE",
    "***,           PHONE",
    "00,            PHONE",
    "+,             PHONE",
  })
  void whatIsNoNumberStaysWhatItIs(String text, Kind kind) {
    assertThat(read("KE", text)).isEqualTo(new Address(kind, text));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "\t"})
  void blankNamesNobody(String text) {
    assertThat(new PhoneNumbers("KE").read(text)).isEmpty();
  }

  @Test
  void endlessTextNamesNobody() {
    assertThat(new PhoneNumbers("KE").read("7".repeat(321))).isEmpty();
  }

  private static Address read(String region, String text) {
    return new PhoneNumbers(region).read(text).orElseThrow();
  }
}
