package org.tipline.channel;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class ReplyTemplateTests {

  @Test
  void gapsAreFilledByTheirNumber() {
    var template = template("{{2}}, asante. Ref {{1}}. {{2}}!");

    assertThat(template.gaps()).isEqualTo(2);
    assertThat(template.filled(List.of("K7F-3QXM", "Amina $1\\")))
        .isEqualTo("Amina $1\\, asante. Ref K7F-3QXM. Amina $1\\!");
  }

  @Test
  void textWithoutGapsTakesNoVariables() {
    assertThat(template("Asante {{}} {{0}} {{x}}").gaps()).isZero();
    assertThat(template("Asante {{0}}").filled(List.of())).isEqualTo("Asante {{0}}");
  }

  private static ReplyTemplate template(String text) {
    return new ReplyTemplate("HX1", "thanks", "sw", text);
  }
}
