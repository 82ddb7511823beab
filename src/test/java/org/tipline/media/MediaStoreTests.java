package org.tipline.media;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MediaStoreTests {

  private static final byte[] TIP = "habari".getBytes(UTF_8);

  @TempDir Path data;
  private TestStore media;

  @BeforeEach
  void open() throws IOException {
    media = TestStore.in(data);
  }

  @Test
  void fileIsKeptUnderTheHashOfItsContent() throws IOException {
    var kept = media.keep("abc".getBytes(UTF_8));
    // FIPS 180-2, appendix B.1
    var sha256 = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad";
    assertThat(kept).isEqualTo(new StoredFile(sha256, 3, "text/plain"));
    assertThat(media.store().find(sha256)).contains(data.resolve("media/ba/78").resolve(sha256));
    assertThat(media.store().describe(sha256)).contains(kept);
  }

  @Test
  void sameContentIsKeptOnce() throws IOException {
    var first = media.keep(TIP);
    assertThat(media.keep(TIP)).isEqualTo(first);
    try (var files = Files.walk(data.resolve("media")).filter(Files::isRegularFile)) {
      assertThat(files.filter(file -> !file.endsWith("lock"))).hasSize(1);
    }
  }

  @Test
  void onlyTheOwnerMayReadIt() throws IOException {
    var file = media.store().find(media.keep(TIP).sha256()).orElseThrow();
    assertThat(rights(file)).isEqualTo("rw-------");
    assertThat(rights(data.resolve("media"))).isEqualTo("rwx------");
  }

  @Test
  void fileOfExactlyTheLimitIsKeptAndOneByteMoreIsNot() throws IOException {
    media.store().store(new ByteArrayInputStream(TIP), TIP.length);
    assertThatExceptionOfType(FileTooLarge.class)
        .isThrownBy(() -> media.store().store(new ByteArrayInputStream(TIP), TIP.length - 1));
    assertNothingIsLeftBehind();
  }

  @Test
  void endlessFileIsCutOffWithoutFillingTheHeap() {
    assertThatExceptionOfType(FileTooLarge.class)
        .isThrownBy(() -> media.store().store(new Endless(), 300_000_000));
    assertNothingIsLeftBehind();
  }

  @Test
  void uploadThatBreaksOffLeavesNothing() {
    assertThatExceptionOfType(IOException.class)
        .isThrownBy(() -> media.store().store(new BrokenOff(), Long.MAX_VALUE))
        .withMessage("the reader's battery is empty");
    assertNothingIsLeftBehind();
  }

  @Test
  void whatAKilledTiplineLeftIsSweptAtTheNextStart(@TempDir Path data) throws IOException {
    Files.createDirectories(data.resolve("media/tmp"));
    Files.write(data.resolve("media/tmp/1.part"), TIP);
    TestStore.in(data);
    assertThat(data.resolve("media/tmp")).isEmptyDirectory();
  }

  @Test
  void startBesideARunningInstanceSweepsNothing() throws IOException {
    Files.write(data.resolve("media/tmp/arriving.part"), TIP);
    TestStore.in(data);
    assertThat(data.resolve("media/tmp/arriving.part")).exists();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "..",
        "../../keys/seal.json",
        "ba/78",
        "BA7816BF8F01CFEA414140DE5DAE2223B00361A396177A9CB410FF61F20015AD",
        "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015a\n",
        "0000000000000000000000000000000000000000000000000000000000000000"
      })
  void whatIsNoHashOfOursFindsNothing(String hash) {
    assertThat(media.store().find(hash)).isEmpty();
    assertThat(media.store().describe(hash)).isEmpty();
    assertThat(media.copies().of(hash)).isEmpty();
  }

  @Test
  void manyMayStoreTheSameFileAtOnce() {
    var kept =
        IntStream.range(0, 32)
            .parallel()
            .mapToObj(
                i -> {
                  try {
                    return media.keep(("tip " + i % 4).getBytes(UTF_8));
                  } catch (IOException e) {
                    throw new AssertionError(e);
                  }
                })
            .distinct();
    assertThat(kept).hasSize(4);
    assertNothingIsLeftBehind();
  }

  private void assertNothingIsLeftBehind() {
    assertThat(data.resolve("media/tmp")).isEmptyDirectory();
  }

  private static String rights(Path path) throws IOException {
    return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
  }

  private static final class Endless extends InputStream {
    @Override
    public int read() {
      return 'a';
    }

    @Override
    public int read(byte[] buffer, int offset, int length) {
      return length;
    }
  }

  private static final class BrokenOff extends InputStream {
    private int reads;

    @Override
    public int read() {
      return 'a';
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
      if (reads++ == 3) {
        throw new IOException("the reader's battery is empty");
      }
      return length;
    }
  }
}
