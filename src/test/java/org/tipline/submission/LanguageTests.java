package org.tipline.submission;

import static org.assertj.core.api.Assertions.assertThat;

import com.github.pemistahl.lingua.api.LanguageDetector;
import com.github.pemistahl.lingua.api.LanguageDetectorBuilder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.core.io.ClassPathResource;

class LanguageTests {

  /** Short texts as readers write them, each with what it is in. */
  private final List<Text> texts = read();

  @Test
  void shortTextsAreToldApart() {
    assertThat(texts).hasSizeGreaterThanOrEqualTo(200);
    assertThat(texts).filteredOn(text -> !text.language().equals(ours(text))).isEmpty();
  }

  /** Where there is one language, lingua is the better judge only if it is right more often. */
  @Test
  void linguaTellsThemApartNoBetter() {
    var lingua =
        LanguageDetectorBuilder.fromLanguages(
                com.github.pemistahl.lingua.api.Language.ENGLISH,
                com.github.pemistahl.lingua.api.Language.SWAHILI)
            .build();
    var oneLanguage = texts.stream().filter(Text::isOneLanguage).toList();

    var agreed = oneLanguage.stream().filter(text -> ours(text).equals(of(lingua, text))).count();
    var linguaIsRight =
        oneLanguage.stream().filter(text -> text.language().equals(of(lingua, text))).count();
    var weAreRight =
        oneLanguage.stream().filter(text -> text.language().equals(ours(text))).count();

    assertThat(weAreRight).isGreaterThanOrEqualTo(linguaIsRight);
    assertThat(agreed).isGreaterThan(oneLanguage.size() * 95L / 100);
  }

  @ParameterizedTest
  @CsvSource({
    "'Ng‘ombe wameibiwa usiku', sw",
    "'NG’OMBE WAMEIBIWA USIKU', sw",
    "'Transfoma imeibiwa, mtaa mzima giza', sw",
    "'Wezi wamevunja duka letu', sw",
    "'Vandalised transformers, whole estate dark', en",
    "'Huge explosion near Embakasi gas depot', en",
    "'https://www.the-news.example.org/the-road-is-out', ",
    "'the.and.of@example.org', ",
  })
  void wordsCountAndAddressesDoNot(String text, String code) {
    assertThat(Language.of(text).code()).isEqualTo(code);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "\u0000", "\uD83D", "'''", "１２３", "a", "\u202eabc"})
  void nothingToReadLeavesItUnsure(String text) {
    assertThat(Language.of(text)).isIn(Language.UNSURE, Language.ENGLISH);
  }

  @Test
  void endlessTextTakesNoLonger() {
    var text = "kwa".repeat(1_000_000);

    assertThat(timeOf(() -> Language.of(text))).isLessThan(Duration.ofSeconds(1));
  }

  private static Duration timeOf(Runnable work) {
    var start = System.nanoTime();
    work.run();
    return Duration.ofNanos(System.nanoTime() - start);
  }

  private static String ours(Text text) {
    return Objects.requireNonNullElse(Language.of(text.words()).code(), "-");
  }

  private static String of(LanguageDetector lingua, Text text) {
    return lingua.detectLanguageOf(text.words()).getIsoCode639_1().toString();
  }

  private static List<Text> read() {
    try {
      return new ClassPathResource("languages.tsv", LanguageTests.class)
          .getContentAsString(StandardCharsets.UTF_8)
          .lines()
          .map(line -> line.split("\t", 2))
          .map(parts -> new Text(parts[0], parts[1]))
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** {@code language} as the API writes it, {@code -} for nobody can tell. */
  record Text(String language, String words) {

    boolean isOneLanguage() {
      return language.equals("en") || language.equals("sw");
    }
  }
}
