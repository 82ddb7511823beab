package org.tipline.channel.email;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tipline.channel.email.MailFixture.read;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class QuotedHistoryTests {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          reply-gmail            | Simu yangu ni ile ile.              | On Tue, 3 Nov 2026
          reply-gmail-html       | Amina                               | On Tue, 3 Nov 2026
          reply-swahili          | Bado.                               | Mnamo Jumanne
          reply-outlook          | Still dry. Note: the pump is sold.  | ________________________________
          reply-outlook-html     | Still dry.                          | From: Wananchi Desk
          reply-original-message | Hapana.                             | -----Original Message-----
          """)
  void earlierMailUnderTheWordsIsFolded(String name, String lastWords, String firstQuoted) {
    var message = read(name);
    assertThat(message.text().strip()).endsWith(lastWords);
    assertThat(message.details().quoted()).startsWith(firstQuoted);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"reply-interleaved", "copied-mail", "quoting-tipster", "forwarded-inline"})
  void whatTheReaderTellsIsNotFolded(String name) {
    assertThat(read(name).details().quoted()).isNull();
  }

  @ParameterizedTest
  @MethodSource("org.tipline.channel.email.MailFixture#names")
  void bothPartsTogetherAreTheWhole(String name) {
    var whole = new MailContent(MailPart.mail(MailFixture.bytes(name), new MailCaps())).text();
    var message = read(name);
    var quoted = message.details().quoted();
    assertThat(message.text() + (quoted == null ? "" : quoted)).isEqualTo(whole);
    var split = QuotedHistory.split(whole);
    assertThat(split.text() + split.quoted()).isEqualTo(whole);
  }

  @Test
  void mailOfNothingButAQuoteIsNotFolded() {
    var whole = "On Tue, 3 Nov 2026, Desk wrote:\n> all of it";
    assertThat(QuotedHistory.split(whole).text()).isEqualTo(whole);
  }

  @Test
  void lineThatEndsInAColonIsNoIntroduction() {
    var whole = "He told me one thing and wrote:\n> pay first";
    assertThat(QuotedHistory.split(whole).text()).isEqualTo(whole);
  }
}
