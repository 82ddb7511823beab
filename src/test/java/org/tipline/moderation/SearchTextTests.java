package org.tipline.moderation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SearchTextTests {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "ng'ombe", "ng’ombe", "ng‘ombe", "ngʼombe", "NG`OMBE", "ng´ombe", "Ng′ombe", "ng＇ombe"
      })
  void everyApostropheOfAPhoneIsTheSame(String typed) {
    assertThat(SearchText.words(typed)).containsExactly("ngombe");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Mombasa/Nairobi|mombasa nairobi",
        "café, CAFÉ!|cafe cafe",
        "tel:+254-743 570|tel 254 743 570",
        "https://x.ke/a?b=c|https x ke a b c",
        "ﬁre Ⅳ|fire iv",
        "مرحبا بكم|مرحبا بكم",
        "አዲስ አበባ|አዲስ አበባ"
      })
  void wordsAreLettersAndDigits(String text, String words) {
    assertThat(String.join(" ", SearchText.words(text))).isEqualTo(words);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "\u0000", "!?…", "😀😀", "\ud800", "'’"})
  void nothingToReadIsNoWord(String text) {
    assertThat(SearchText.words(text)).isEmpty();
  }

  @Test
  void wordsForWhichATsvectorHasNoRoomAreLeftOut() {
    var words = IntStream.range(0, 100_000).mapToObj(n -> "word" + n).toList();

    assertThat(SearchText.of(words)).startsWith("word0 word1 ").hasSizeBetween(199_900, 200_000);
  }

  @Test
  void longTextsAndWordsAreCut() {
    assertThat(SearchText.words("x".repeat(300_000))).containsExactly("x".repeat(60));
  }
}
