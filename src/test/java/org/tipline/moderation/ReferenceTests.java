package org.tipline.moderation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ReferenceTests {

  private static final String ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

  @ParameterizedTest
  @ValueSource(strings = {"K7F-3QXR", "k7f3qxr", " K7F 3QX R ", "K7F-3Q-XR"})
  void isReadAsPeopleWriteIt(String written) {
    assertThat(Reference.parse(written)).hasToString("Optional[K7F-3QXR]");
  }

  @Test
  void lettersThatLookLikeDigitsAreTheDigits() {
    var reference = Reference.parse("100-000Z");
    assertThat(reference)
        .isPresent()
        .isEqualTo(Reference.parse("iOo-OoOz"))
        .isEqualTo(Reference.parse("LOO-OOOZ"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "K7F", "K7F-3QXRR", "K7F-3QXM", "K7U-3QXR", "K7F-3QX'", "\u0000"})
  void anythingElseIsNoReference(String written) {
    assertThat(Reference.parse(written)).isEmpty();
  }

  @Test
  void oneMisheardSymbolIsAlwaysCaught() {
    var good = Reference.random().symbols();
    for (var position = 0; position < good.length(); position++) {
      for (var symbol : ALPHABET.chars().mapToObj(Character::toString).toList()) {
        var heard = good.substring(0, position) + symbol + good.substring(position + 1);
        assertThat(Reference.parse(heard).isPresent()).isEqualTo(heard.equals(good));
      }
    }
  }

  @Test
  void randomOnesAreValidAndDiffer() {
    var references = Stream.generate(Reference::random).limit(1_000).toList();
    assertThat(references).doesNotHaveDuplicates();
    assertThat(references).allMatch(one -> Reference.parse(one.toString()).isPresent());
  }
}
