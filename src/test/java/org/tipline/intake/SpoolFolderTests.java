package org.tipline.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.util.unit.DataSize;
import org.tipline.folder.DataFolder;
import org.tipline.folder.DataSettings;

class SpoolFolderTests {

  private static final SpoolName NAME = new SpoolName(1, UUID.randomUUID(), "0123456789abcdef");

  @TempDir private Path root;

  @Test
  void whatWasNeverFinishedIsSweptAtTheStartAndWhatWaitsStays() throws IOException {
    try (var first = open(0)) {
      first.folder().add(NAME, new byte[] {1});
    }
    Files.write(root.resolve("spool/tmp/1.part"), new byte[] {1});

    try (var second = open(0)) {
      assertThat(root.resolve("spool/tmp")).isEmptyDirectory();
      assertThat(second.folder().waiting()).containsExactly(NAME.toString());
    }
  }

  @Test
  void secondInstanceLeavesTheSpoolToTheFirst() throws IOException {
    try (var first = open(0)) {
      var unfinished = Files.write(root.resolve("spool/tmp/1.part"), new byte[] {1});
      try (var second = open(0)) {
        assertThat(second.folder().isOurs()).isFalse();
        assertThat(unfinished).exists();
        first.folder().destroy();
        assertThat(second.folder().isOurs()).isTrue();
      }
    }
  }

  @Test
  void instanceThatCannotEmptyTheSpoolHandsItOver() throws IOException {
    try (var first = open(0);
        var second = open(0)) {
      assertThat(second.folder().isOurs()).isFalse();

      first.folder().handOver();

      assertThat(second.folder().isOurs()).isTrue();
      assertThat(first.folder().isOurs()).isFalse();
    }
  }

  @Test
  void nothingIsAddedBelowTheReserve() throws IOException {
    try (var full = open(99)) {
      assertThatThrownBy(() -> full.folder().add(NAME, new byte[] {1}))
          .isInstanceOf(FileSystemException.class)
          .hasMessageContaining("must stay free");
      assertThat(full.folder().waiting()).isEmpty();
      assertThat(root.resolve("spool/tmp")).isEmptyDirectory();
    }
  }

  @Test
  void reserveIsTheLargerOfBytesAndShare() {
    var settings = new SpoolSettings(Duration.ofSeconds(5), DataSize.ofGigabytes(2), 10);

    assertThat(settings.reserve(DataSize.ofGigabytes(10).toBytes()))
        .isEqualTo(DataSize.ofGigabytes(2).toBytes());
    assertThat(settings.reserve(100_000_000_000L)).isEqualTo(10_000_000_000L);
  }

  private Opened open(int minFreePercent) throws IOException {
    var data = new DataFolder(new DataSettings(root.toString()));
    var settings = new SpoolSettings(Duration.ZERO, DataSize.ofBytes(0), minFreePercent);
    return new Opened(new SpoolFolder(data, settings, new SpoolBad(data)));
  }

  private record Opened(SpoolFolder folder) implements AutoCloseable {

    @Override
    public void close() throws IOException {
      folder.destroy();
    }
  }
}
