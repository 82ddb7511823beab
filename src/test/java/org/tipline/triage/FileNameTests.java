package org.tipline.triage;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.tipline.submission.Attachment;

class FileNameTests {

  static Stream<Arguments> names() {
    return Stream.of(
        Arguments.of("photo.jpg", "photo.jpg"),
        Arguments.of("Picha ya mafuriko, Budalang’i.jpg", "Picha ya mafuriko, Budalang’i.jpg"),
        Arguments.of("صورة.png", "صورة.png"),
        Arguments.of("../../etc/passwd", "_.._etc_passwd"),
        Arguments.of("..\\..\\boot.ini", "_.._boot.ini"),
        Arguments.of("C:\\temp\\a.txt", "C__temp_a.txt"),
        Arguments.of("\u200b.htaccess", "htaccess"),
        Arguments.of(".bashrc", "bashrc"),
        Arguments.of("...", "K7F-3QXM.jpg"),
        Arguments.of("  ", "K7F-3QXM.jpg"),
        Arguments.of("", "K7F-3QXM.jpg"),
        Arguments.of(null, "K7F-3QXM.jpg"),
        Arguments.of("\u202egpj.exe", "gpj.exe"),
        Arguments.of("a\u0000b\r\nSet-Cookie: x=1.txt", "abSet-Cookie_ x=1.txt"),
        Arguments.of("a\"; filename=\"evil.html", "a__ filename=_evil.html"),
        Arguments.of("<img src=x onerror=alert(1)>.png", "_img src=x onerror=alert(1)_.png"),
        Arguments.of("report.pdf. . ", "report.pdf"),
        Arguments.of("-rf", "rf"),
        Arguments.of("~root", "root"),
        Arguments.of("100%.txt", "100_.txt"),
        Arguments.of("a|b?.txt", "a_b_.txt"),
        Arguments.of("\ud83d\ude00.png", "\ud83d\ude00.png"),
        Arguments.of("a\ud83d.png", "a.png"));
  }

  @ParameterizedTest
  @MethodSource("names")
  void namesAreMadeHarmless(@Nullable String given, String offered) {
    assertThat(FileName.of(image(given, "image/jpeg"), "K7F-3QXM").value()).isEqualTo(offered);
  }

  @Test
  void longNamesKeepTheirEnding() {
    var offered = FileName.of(image("a".repeat(500) + ".pdf", "image/jpeg"), "K7F-3QXM").value();
    assertThat(offered).hasSize(120).endsWith("a.pdf");
  }

  @Test
  void namelessFilesOfAnUnknownKindAreBytes() {
    assertThat(FileName.of(image(null, "text/html"), "K7F-3QXM").value()).isEqualTo("K7F-3QXM.bin");
  }

  private static Attachment image(@Nullable String name, String type) {
    return new Attachment(
        new UUID(0, 1), new UUID(0, 2), name, type, 1L, "0", Attachment.State.STORED, null);
  }
}
