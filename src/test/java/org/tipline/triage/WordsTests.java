package org.tipline.triage;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.tipline.channel.Medium;
import org.tipline.moderation.PresentEditor;
import org.tipline.moderation.TipReaders;
import org.tipline.moderation.TipState;

class WordsTests {

  private final Words words = new Words(SpokenTexts.in("en"));

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
    var texts = SpokenTexts.in("en");
    assertThat(texts.of("desk.row.files", 1)).isEqualTo("1 file");
    assertThat(texts.of("desk.row.files", 3)).isEqualTo("3 files");
  }

  @Test
  void readersAreNamedWithoutTheOneWhoLooks() {
    var me = new PresentEditor(new UUID(0, 1), "Achieng");
    var otieno = new PresentEditor(new UUID(0, 2), "Otieno");
    var wanjiru = new PresentEditor(new UUID(0, 3), "Wanjiru");
    assertThat(words.reading(null, me.id())).isEmpty();
    assertThat(words.reading(of(me), me.id())).isEmpty();
    assertThat(words.reading(of(me, otieno), me.id())).isEqualTo("Otieno is reading");
    assertThat(words.reading(of(otieno, wanjiru), me.id()))
        .isEqualTo("Otieno, Wanjiru are reading");
  }

  private static TipReaders of(PresentEditor... editors) {
    return new TipReaders(new UUID(0, 9), List.of(editors));
  }

  @ParameterizedTest
  @EnumSource
  void everyMediumHasItsNameInEveryLanguage(Medium medium) {
    assertThat(words.medium(medium)).isEqualTo(medium.label());
    assertThat(new Words(SpokenTexts.in("sw")).medium(medium)).isNotBlank();
  }
}
