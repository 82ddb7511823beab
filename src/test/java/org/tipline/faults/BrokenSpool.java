package org.tipline.faults;

import static java.nio.file.StandardCopyOption.ATOMIC_MOVE;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import org.tipline.support.PackagedTipline;

/** A folder of the spool that cannot be used until the result is closed. */
record BrokenSpool(Newsroom newsroom) {

  /** Starts a program of root to whom rights apply as to anybody; only root can. */
  static final List<String> WITHOUT_POWERS =
      List.of("setpriv", "--bounding-set", "-dac_override,-dac_read_search");

  private static final int SOMEBODY = 65_534;

  /** Whether folders can be given away here, and a program be started that minds whose they are. */
  static boolean canChangeOwners(Path folder) throws IOException, InterruptedException {
    var command = new ArrayList<>(WITHOUT_POWERS);
    command.add("true");
    return Files.getAttribute(folder, "unix:uid").equals(0)
        && new ProcessBuilder(command).start().waitFor() == 0;
  }

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

  /** Somebody else's, whom an instance without root's powers is not. */
  static AutoCloseable ofAnotherOwner(PackagedTipline instance) throws IOException {
    var waiting = instance.folder().resolve("spool/new");
    var owner = Files.getAttribute(waiting, "unix:uid");
    Files.setAttribute(waiting, "unix:uid", SOMEBODY);
    return () -> {
      assertThat(instance.health()).contains("its folder is missing or cannot be written");
      Files.setAttribute(waiting, "unix:uid", owner);
    };
  }

  private static void change(String attribute, Path folder)
      throws IOException, InterruptedException {
    new ProcessBuilder(List.of("chattr", attribute, folder.toString())).start().waitFor();
  }
}
