package org.tipline.triage;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.tipline.moderation.TipState;

class WordsTests {

  private final Words words = new Words();

  @ParameterizedTest
  @CsvSource({
    "1, 1st",
    "2, 2nd",
    "3, 3rd",
    "4, 4th",
    "11, 11th",
    "12, 12th",
    "13, 13th",
    "21, 21st",
    "101, 101st",
    "112, 112th"
  })
  void tipsAreCountedAsPeopleDo(int number, String nth) {
    assertThat(words.nth(number)).isEqualTo(nth);
  }

  @ParameterizedTest
  @EnumSource
  void everyListIsNamedAsItsState(TipState state) {
    assertThat(words.list(state.name())).isEqualTo(words.state(state));
  }

  @Test
  void queueAndEverythingHaveNames() {
    assertThat(words.list(null)).isEqualTo("Waiting");
    assertThat(words.list("ALL")).isEqualTo("All tips");
  }

  @Test
  void oneIsNotMany() {
    assertThat(words.count(1, "file")).isEqualTo("1 file");
    assertThat(words.count(3, "file")).isEqualTo("3 files");
  }
}
