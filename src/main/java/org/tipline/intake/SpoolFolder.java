package org.tipline.intake;

import static java.nio.file.LinkOption.NOFOLLOW_LINKS;
import static java.nio.file.StandardOpenOption.CREATE;
import static java.nio.file.StandardOpenOption.WRITE;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.stereotype.Component;
import org.tipline.folder.DataFolder;
import org.tipline.folder.DurableFile;

/**
 * The files of the spool: {@code tmp} while they are written, {@code new} while they wait, {@code
 * bad} for a person to look at. Instances may share it; the one that has the lock empties it.
 */
@Component
class SpoolFolder implements DisposableBean {

  private static final Logger log = LoggerFactory.getLogger(SpoolFolder.class);

  /** No webhook and no form is larger; what is, somebody else has put there. */
  private static final long MOST_BYTES = 16 << 20;

  private static final long MEGABYTE = 1 << 20;

  private final SpoolSettings settings;
  private final Path unfinished;
  private final Path waiting;
  private final SpoolBad bad;
  private final FileChannel lock;

  /** Names that can be neither removed nor parked: in nobody's way, until the next start. */
  private final Set<String> stuck = ConcurrentHashMap.newKeySet();

  private volatile @Nullable FileLock held;

  SpoolFolder(DataFolder data, SpoolSettings settings, SpoolBad bad) throws IOException {
    this.settings = settings;
    this.unfinished = data.part("spool/tmp");
    this.waiting = data.part("spool/new");
    this.bad = bad;
    this.lock = FileChannel.open(data.part("spool").resolve("lock"), CREATE, WRITE);
    if (isOurs()) {
      sweep();
    }
  }

  /** Whether this instance is the one that empties the spool. */
  boolean isOurs() {
    if (held == null) {
      try {
        held = lock.tryLock();
      } catch (IOException | OverlappingFileLockException e) {
        return false; // another application, in this process or beside it
      }
    }
    return held != null;
  }

  /** Lets another instance empty it, which may reach the database where this one does not. */
  void handOver() {
    var ours = held;
    held = null;
    try {
      if (ours != null) {
        ours.release();
      }
    } catch (IOException e) {
      log.warn("the lock of the spool is not released: {}", e.getClass().getSimpleName());
    }
  }

  /** What a killed Tipline was writing: nobody heard "received" for it. */
  private void sweep() throws IOException {
    try (var leftovers = Files.newDirectoryStream(unfinished)) {
      for (var leftover : leftovers) {
        Files.delete(leftover);
      }
    }
  }

  /** Once this returns the file stays; after an error nobody may be told "received". */
  void add(SpoolName name, byte[] content) throws IOException {
    var refusal = refusal();
    if (refusal != null) {
      throw new FileSystemException(unfinished.toString(), null, refusal);
    }
    var file = Files.createTempFile(unfinished, "", ".part");
    try {
      Files.write(file, content);
      DurableFile.place(file, waiting.resolve(name.toString()));
    } finally {
      Files.deleteIfExists(file);
    }
  }

  /** Why nothing can be added now, in words; null when it can. */
  @Nullable String refusal() {
    if (!Files.isWritable(unfinished) || !Files.isWritable(waiting)) {
      return "its folder is missing or cannot be written";
    }
    var disk = unfinished.toFile();
    var free = disk.getUsableSpace();
    var reserve = settings.reserve(disk.getTotalSpace());
    return free < reserve
        ? "%,d MB are free on its disk, and %,d MB must stay free"
            .formatted(free / MEGABYTE, reserve / MEGABYTE)
        : null;
  }

  /** Everything that waits, oldest first. */
  List<String> waiting() {
    var names = new ArrayList<String>();
    try (var files = Files.newDirectoryStream(waiting)) {
      files.forEach(file -> names.add(file.getFileName().toString()));
    } catch (IOException e) {
      return List.of(); // missing or closed to us: refusal() says so
    }
    stuck.retainAll(names);
    names.removeAll(stuck);
    names.sort(null);
    return names;
  }

  /**
   * The content of a file that waits.
   *
   * @throws NoSuchFileException when it is gone
   * @throws BadSpoolFile when it cannot be ours, or cannot be read
   */
  byte[] read(String name) throws BadSpoolFile, NoSuchFileException {
    var file = waiting.resolve(name);
    try {
      if (Files.exists(file, NOFOLLOW_LINKS) && !Files.isRegularFile(file, NOFOLLOW_LINKS)) {
        throw new BadSpoolFile("It is not a file.");
      }
      if (Files.size(file) > MOST_BYTES) {
        throw new BadSpoolFile("It is larger than any delivery.");
      }
      return Files.readAllBytes(file);
    } catch (NoSuchFileException e) {
      throw e;
    } catch (IOException e) {
      throw new BadSpoolFile("It cannot be read: " + e.getClass().getSimpleName() + ".");
    }
  }

  /** For what is committed: should it come back after a power cut, it is a repeat. */
  void remove(String name) {
    try {
      Files.deleteIfExists(waiting.resolve(name));
    } catch (IOException e) {
      leave(name, "is in the database but cannot be removed", e);
    }
  }

  void park(String name, String reason) {
    try {
      bad.add(waiting.resolve(name), reason);
    } catch (IOException e) {
      leave(name, "is bad and cannot be put aside", e);
    }
  }

  private void leave(String name, String what, IOException e) {
    stuck.add(name);
    log.error(
        "A file in {} {}, {}: mend the folder, then restart Tipline.",
        waiting,
        what,
        e.getClass().getSimpleName());
  }

  /** Has the parked files tried again; returns how many. */
  int putBack() {
    return bad.putBack(waiting);
  }

  @Override
  public void destroy() throws IOException {
    lock.close();
  }
}
