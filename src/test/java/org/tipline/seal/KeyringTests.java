package org.tipline.seal;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class KeyringTests {

  private static final Binding HERE = new Binding("deliveries", "sealed", new UUID(1, 1));
  private static final byte[] PLAIN = "habari".getBytes(UTF_8);

  @TempDir Path data;
  @TempDir Path other;
  private NewsroomKeys newsroom;

  @BeforeEach
  void found() {
    newsroom = NewsroomKeys.fresh(data);
  }

  @Test
  void firstStartMakesKeyFilesOnlyTheirOwnerMayRead() throws IOException {
    newsroom.start();
    assertThat(rights(data.resolve("keys"))).isEqualTo("rwx------");
    assertThat(rights(newsroom.file("seal.json"))).isEqualTo("rw-------");
    assertThat(rights(newsroom.file("index.json"))).isEqualTo("rw-------");
  }

  @Test
  void nextStartOpensWhatTheFirstSealed() {
    var first = new Seal(newsroom.start());
    var next = new Seal(newsroom.start());
    assertThat(next.open(first.seal(PLAIN, HERE), HERE)).isEqualTo(PLAIN);
    assertThat(next.index("PHONE", "1")).isEqualTo(first.index("PHONE", "1"));
  }

  @Test
  void keyFilesThatAreThereBeforeTheFirstStartAreUsed() throws IOException {
    NewsroomKeys.fresh(other).start();
    newsroom.start(
        other.resolve("keys/seal.json").toString(), other.resolve("keys/index.json").toString());
    assertThat(data.resolve("keys")).isEmptyDirectory();
  }

  @ParameterizedTest
  @ValueSource(strings = {"seal.json", "index.json"})
  void missingKeyFileIsNamedAndNotMadeAnew(String name) throws IOException {
    newsroom.start();
    Files.delete(newsroom.file(name));
    assertRefused(name, "is missing");
    assertThat(newsroom.file(name)).doesNotExist();
  }

  @ParameterizedTest
  @ValueSource(strings = {"seal.json", "index.json"})
  void keyFileOfAnotherNewsroomIsRefused(String name) throws IOException {
    newsroom.start();
    NewsroomKeys.fresh(other).start();
    Files.copy(other.resolve("keys").resolve(name), replaced(name));
    assertRefused(name, "is not the one this database was written with");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "{}", "not a key", "{\"primaryKeyId\":1,\"key\":[]}"})
  void damagedKeyFileIsRefused(String content) throws IOException {
    newsroom.start();
    Files.writeString(newsroom.file("seal.json"), content);
    assertRefused("seal.json", "is damaged");
  }

  @Test
  void swappedKeyFilesAreRefused() throws IOException {
    newsroom.start();
    Files.copy(newsroom.file("index.json"), replaced("seal.json"));
    assertRefused("seal.json", "is no seal key of Tipline");
  }

  @Test
  void folderThatIsNotThereIsNotMade() {
    var elsewhere = other.resolve("not-mounted/seal.json").toString();
    assertThatExceptionOfType(KeyFileUnusable.class)
        .isThrownBy(() -> newsroom.start(elsewhere, null))
        .withMessageContaining(elsewhere)
        .satisfies(e -> assertThat(e.remedy()).contains("tipline.seal.key"));
  }

  @Test
  void twoFirstStartsAtOnceShareOneKey() {
    var seals = IntStream.range(0, 8).parallel().mapToObj(_ -> new Seal(newsroom.start())).toList();
    var sealed = seals.getFirst().seal(PLAIN, HERE);
    assertThat(seals).allSatisfy(seal -> assertThat(seal.open(sealed, HERE)).isEqualTo(PLAIN));
  }

  private Path replaced(String name) throws IOException {
    Files.delete(newsroom.file(name));
    return newsroom.file(name);
  }

  private void assertRefused(String name, String reason) {
    assertThatExceptionOfType(KeyFileUnusable.class)
        .isThrownBy(() -> newsroom.start())
        .withMessageContaining(newsroom.file(name).toString())
        .withMessageContaining(reason);
  }

  private static String rights(Path path) throws IOException {
    return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
  }
}
