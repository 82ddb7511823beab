package org.tipline.folder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DataFolderTests {

  @TempDir Path root;
  private DataFolder folder;

  @BeforeEach
  void open() {
    folder = new DataFolder(new DataSettings(root.toString()));
  }

  @Test
  void onlyTheOwnerMayLookIntoAPart() throws IOException {
    Files.createDirectory(
        root.resolve("media"),
        PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwxr-xr-x")));
    var part = folder.part("media/tmp");

    assertThat(rights(part)).isEqualTo("rwx------");
    assertThat(rights(root.resolve("media"))).isEqualTo("rwx------");
  }

  @Test
  void relativeFolderStartsAtTheWorkingDirectory() {
    assertThat(new DataSettings("./data").root())
        .isEqualTo(Path.of("").toAbsolutePath().resolve("data"));
  }

  @Test
  void folderThatCannotBeMadeIsNamed() throws IOException {
    Files.writeString(root.resolve("keys"), "a file where a folder should be");

    assertThatExceptionOfType(DataFolderUnusable.class)
        .isThrownBy(() -> folder.part("keys"))
        .withMessageContaining(root.resolve("keys").toString());
  }

  @Test
  void durableFileIsReplacedWholeAndIsItsOwnersOnly() throws IOException {
    var file = folder.part("keys").resolve("seal.json");
    DurableFile.write(file, new byte[] {1, 2, 3});
    DurableFile.write(file, new byte[] {4});

    assertThat(file).hasBinaryContent(new byte[] {4});
    assertThat(rights(file)).isEqualTo("rw-------");
    assertThat(root.resolve("keys")).isDirectoryNotContaining("glob:**.tmp");
  }

  private static String rights(Path path) throws IOException {
    return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
  }
}
