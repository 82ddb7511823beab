package org.tipline.insights;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SheetTests {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "=HYPERLINK(\"http://x\")",
        "+254743570000",
        "-1+1",
        "@SUM(1)",
        "\t=1",
        "\r=1",
        "\n=1",
        " =1",
        "＝1",
        "＋1",
        "－1",
        "＠SUM(1)"
      })
  void whatAProgramWouldCalculateIsText(String formula) {
    assertThat(Sheet.text(formula)).isEqualTo("\"'" + formula.replace("\"", "\"\"") + "\"");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "Not our area", "a=b", "2026-11-25 14:00", "Ng'ombe; ya, \n jirani"})
  void otherWordsStayAsTheyAre(String words) {
    assertThat(Sheet.text(words)).isEqualTo('"' + words + '"');
  }

  @Test
  void quotationMarksEndNothing() {
    assertThat(Sheet.text("\",=1")).isEqualTo("\"\"\",=1\"");
  }
}
