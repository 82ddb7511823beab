package org.tipline.admin;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tipline.intake.Volumes.Volume;

class VolumeWordsTests {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "0|0|0, usually none",
        "3|0|3, usually none",
        "0|0.14|0, usually less than one",
        "12|40.4|12, usually about 40",
        "1|1|1, usually about 1"
      })
  void volumeIsSaidInWords(int day, double usual, String words) {
    assertThat(VolumeWords.of(new Volume(day, usual))).isEqualTo(words);
  }
}
