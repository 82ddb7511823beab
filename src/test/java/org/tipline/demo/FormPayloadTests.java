package org.tipline.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

class FormPayloadTests {

  @Test
  void readsFieldsParagraphsAndFiles() {
    var payload =
        FormPayload.parse(
            Path.of("seeds/deliveries/story/1.form"),
            List.of(
                "text: Soko liliwaka moto: 3am.",
                " .",
                " Nobody came.",
                "files: ../../media/a.jpg"));

    assertThat(payload.fields())
        .containsOnlyKeys("text")
        .containsEntry("text", "Soko liliwaka moto: 3am.\n\nNobody came.");
    assertThat(payload.files()).containsExactly(Path.of("seeds/media/a.jpg"));
  }
}
