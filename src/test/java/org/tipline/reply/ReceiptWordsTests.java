package org.tipline.reply;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.core.io.ClassPathResource;

class ReceiptWordsTests {

  @Test
  void listHasThirteenBitsOfShortWordsThatDiffer() throws IOException {
    var words =
        new ClassPathResource("reply/receipt-words.txt")
            .getContentAsString(StandardCharsets.US_ASCII)
            .lines()
            .toList();

    assertThat(words)
        .hasSize(8_192)
        .doesNotHaveDuplicates()
        .isEqualTo(words.stream().sorted().toList());
    assertThat(words).allMatch(word -> word.matches("[a-z]{4,6}"));
    // Of what these could mean in Kiswahili, English or a neighbour's tongue: nobody reads it here.
    assertThat(words)
        .doesNotContain("kuma", "mavi", "rape", "niga", "kike", "shito", "puta", "kufa");
  }

  @Test
  void everyBitOfNinetyOneIsInTheWords() {
    var secret = new byte[32];
    var all = new TreeSet<String>();
    all.add(ReceiptWords.spell(secret));
    for (var bit = 5; bit < 96; bit++) {
      var flipped = secret.clone();
      flipped[bit / 8] = (byte) (0x80 >> bit % 8);
      all.add(ReceiptWords.spell(flipped));
    }

    assertThat(all).hasSize(92).allMatch(words -> words.split(" ").length == 7);
  }

  /** Words that a reader has on paper must stay what they are. */
  @Test
  void spellingNeverChanges() {
    var secret = HexFormat.of().parseHex("00112233445566778899aabbccddeeff");

    assertThat(ReceiptWords.spell(secret)).isEqualTo("jedu dozo yozo jeju rufi nuso bato");
    assertThat(ReceiptWords.spell(Arrays.copyOf(secret, 12))).isEqualTo(ReceiptWords.spell(secret));
  }

  @ParameterizedTest
  @CsvSource({
    "babe moto, babe moto",
    "' Babe  MOTO\t', babe moto",
    "'babe-moto,\u00a0chasi.', babe moto chasi",
    "'1. babe 2. moto', babe moto",
    "'', ''",
    "'…', ''"
  })
  void wordsMayBeTypedAsPeopleType(String typed, String normal) {
    assertThat(ReceiptWords.normal(typed)).isEqualTo(normal);
  }

  @Test
  void wordsWithoutEndAreCut() {
    assertThat(ReceiptWords.normal("a".repeat(1_000_000))).hasSizeLessThan(1_000);
  }
}
