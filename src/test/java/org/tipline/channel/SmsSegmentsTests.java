package org.tipline.channel;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.random.RandomGenerator;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.tipline.channel.SmsSegments.Encoding;

class SmsSegmentsTests {

  @ParameterizedTest
  @CsvSource({
    "a, 0, 0",
    "a, 1, 1",
    "a, 160, 1",
    "a, 161, 2",
    "a, 306, 2",
    "a, 307, 3",
    "a, 1600, 11",
    "€, 80, 1",
    "€, 81, 2",
    "^, 80, 1",
    "@, 160, 1",
    "Ω, 160, 1"
  })
  void gsmHas160AloneAnd153InParts(String letter, int times, int parts) {
    var segments = SmsSegments.of(letter.repeat(times));

    assertThat(segments.encoding()).isEqualTo(Encoding.GSM_7);
    assertThat(segments.count()).isEqualTo(parts);
  }

  @ParameterizedTest
  @CsvSource({
    "ç, 70, 1",
    "ç, 71, 2",
    "ç, 134, 2",
    "ç, 135, 3",
    "😀, 35, 1",
    "😀, 36, 2",
    "ሰ, 70, 1"
  })
  void ucs2Has70AloneAnd67InParts(String letter, int times, int parts) {
    var segments = SmsSegments.of(letter.repeat(times));

    assertThat(segments.encoding()).isEqualTo(Encoding.UCS_2);
    assertThat(segments.count()).isEqualTo(parts);
  }

  @Test
  void oneLetterTurnsAllOfIt() {
    assertThat(SmsSegments.of("a".repeat(70) + "ç").count()).isEqualTo(2);
    assertThat(SmsSegments.beyondGsm("Çaça 😀😀")).containsExactly("ç", "😀");
    assertThat(SmsSegments.beyondGsm("Bei ni €5 {leo}")).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"^", "{", "}", "\\", "[", "]", "~", "|", "€", "\f"})
  void escapePairIsNotCut(String pair) {
    var segments = SmsSegments.of("a".repeat(152) + pair + "b".repeat(20));

    assertThat(segments.units()).isEqualTo(174);
    assertThat(segments.parts()).containsExactly("a".repeat(152), pair + "b".repeat(20));
  }

  @Test
  void emojiIsNotCut() {
    var segments = SmsSegments.of("a".repeat(66) + "😀" + "b".repeat(10));

    assertThat(segments.parts()).containsExactly("a".repeat(66), "😀" + "b".repeat(10));
  }

  @Test
  void whatAnEscapePairLeavesFreeCanCostAPart() {
    // 306 septets would fit into two parts, were it not for the pair at the border.
    var text = "a".repeat(152) + "€" + "b".repeat(152);

    assertThat(SmsSegments.of(text).units()).isEqualTo(306);
    assertThat(SmsSegments.of(text).count()).isEqualTo(3);
  }

  @Test
  void partsAreTheTextAndEachFits() {
    var random = RandomGenerator.of("L64X128MixRandom");
    var letters = "abc def €^é\nç😀ሰ\uD83D".codePoints().toArray();
    for (var n = 0; n < 2_000; n++) {
      var text =
          random
              .ints(random.nextInt(400), 0, letters.length)
              .mapToObj(index -> Character.toString(letters[index]))
              .collect(Collectors.joining());
      var segments = SmsSegments.of(text);

      assertThat(String.join("", segments.parts())).isEqualTo(text);
      assertThat(segments.parts())
          .allMatch(part -> SmsSegments.of(part).units() <= segments.encoding().alone());
    }
  }
}
