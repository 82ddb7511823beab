package org.tipline.support;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.springframework.util.FileSystemUtils;

/** Data folders of applications under test, gone when the JVM ends. */
final class TestFolders {

  private static final Path ROOT = create();

  private TestFolders() {}

  static Path fresh() {
    try {
      return Files.createTempDirectory(ROOT, "newsroom");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Path create() {
    try {
      var root = Files.createTempDirectory("tipline-tests");
      Runtime.getRuntime()
          .addShutdownHook(new Thread(() -> FileSystemUtils.deleteRecursively(root.toFile())));
      return root;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
