package org.tipline.faults;

import static java.nio.file.StandardCopyOption.ATOMIC_MOVE;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;

/** A folder of the spool that cannot be used until the result is closed. */
record BrokenSpool(Newsroom newsroom) {

  AutoCloseable missing() throws IOException {
    var waiting = newsroom.spool("new");
    var aside = waiting.resolveSibling("aside");
    Files.move(waiting, aside, ATOMIC_MOVE);
    return () -> Files.move(aside, waiting, ATOMIC_MOVE);
  }

  /** Rights do not bind root, an immutable folder does. */
  AutoCloseable readOnly() throws IOException, InterruptedException {
    var waiting = newsroom.spool("new");
    Files.setPosixFilePermissions(waiting, PosixFilePermissions.fromString("r-x------"));
    change("+i", waiting); // not allowed, and not needed, for any other user
    return () -> {
      change("-i", waiting);
      Files.setPosixFilePermissions(waiting, PosixFilePermissions.fromString("rwx------"));
    };
  }

  private static void change(String attribute, Path folder)
      throws IOException, InterruptedException {
    new ProcessBuilder(List.of("chattr", attribute, folder.toString())).start().waitFor();
  }
}
