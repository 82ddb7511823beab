package org.tipline.media;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FileTypeTests {

  @TempDir Path folder;

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          image/jpeg               | FFD8FFE000104A46494600010100000100010000
          image/png                | 89504E470D0A1A0A0000000D49484452
          image/gif                | 474946383961010001000000
          image/webp               | 524946462400000057454250565038200000
          image/heic               | 000000186674797068656963000000006D69663168656963
          application/pdf          | 255044462D312E370A
          application/zip          | 504B03041400000000000000
          audio/amr                | 2321414D520A3C
          audio/mpeg               | 49443303000000000000
          video/3gpp               | 000000186674797033677034000002003367703433677036
          application/octet-stream | 00010203FEFF0102
          """)
  void typeIsWhatTheFirstBytesShow(String type, String hex) throws IOException {
    assertThat(typeOf(HexFormat.of().parseHex(hex))).isEqualTo(type);
  }

  @Test
  void voiceNoteIsAudio() throws IOException {
    var ogg = new byte[64];
    System.arraycopy("OggS".getBytes(ISO_8859_1), 0, ogg, 0, 4);
    System.arraycopy("OpusHead".getBytes(ISO_8859_1), 0, ogg, 28, 8);
    assertThat(typeOf(ogg)).startsWith("audio/");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<!DOCTYPE html><html><script>alert(1)</script></html>",
        "<html><body>",
        "  \n<script>alert(1)</script>",
        "<!-- x --><HTML>",
        "<?xml version=\"1.0\"?><html xmlns=\"http://www.w3.org/1999/xhtml\"/>",
        "<svg xmlns=\"http://www.w3.org/2000/svg\" onload=\"alert(1)\"/>",
        "<?xml version=\"1.0\"?><svg xmlns=\"http://www.w3.org/2000/svg\"/>",
        "<?xml version=\"1.0\"?><rss version=\"2.0\"/>",
        "<?xml version=\"1.0\"?><anything/>"
      })
  void whatABrowserWouldRunIsNeverCalledSomethingItWouldShow(String content) throws IOException {
    assertThat(typeOf(content.getBytes(ISO_8859_1))).isIn("application/octet-stream", "text/plain");
  }

  @Test
  void emptyFileHasNoType() throws IOException {
    assertThat(typeOf(new byte[0])).isEqualTo("application/octet-stream");
  }

  private String typeOf(byte[] content) throws IOException {
    return FileType.of(Files.write(folder.resolve("photo.jpg"), content));
  }
}
