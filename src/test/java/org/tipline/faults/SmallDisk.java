package org.tipline.faults;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Arrays;

/**
 * A file system of a few megabytes at a folder of the spool, which can be filled to the last byte.
 */
final class SmallDisk implements AutoCloseable {

  private static final int PIECE = 4_096;

  private final Path folder;

  private SmallDisk(Path folder) {
    this.folder = folder;
  }

  /** Only root may mount one, and not in every container. */
  static SmallDisk at(Path folder) throws IOException {
    Files.createDirectories(
        folder, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
    run("mount", "-t", "tmpfs", "-o", "size=4m,mode=700", "tipline", folder.toString());
    return new SmallDisk(folder);
  }

  /** Until the result is closed there is no room for one more file. */
  AutoCloseable full() throws IOException {
    var filler = folder.resolve("filler");
    try (var out = Files.newOutputStream(filler)) {
      while (true) {
        out.write(new byte[PIECE]);
      }
    } catch (IOException noSpaceLeft) {
      return () -> Files.delete(filler);
    }
  }

  private static void run(String... command) throws IOException {
    var code = new ProcessBuilder(command).redirectErrorStream(true).start().onExit().join();
    if (code.exitValue() != 0) {
      throw new IOException(Arrays.toString(command) + " ended with " + code.exitValue());
    }
  }

  @Override
  public void close() throws IOException {
    run("umount", "--lazy", folder.toString());
  }
}
