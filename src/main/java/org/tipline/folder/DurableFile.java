package org.tipline.folder;

import static java.nio.file.StandardCopyOption.ATOMIC_MOVE;
import static java.nio.file.StandardOpenOption.READ;
import static java.nio.file.StandardOpenOption.WRITE;
import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;

/** Files that are whole or not there, whenever the power goes. */
public final class DurableFile {

  private DurableFile() {}

  /**
   * Writes {@code content} as {@code file}, in place of what was there; only its owner may read it.
   */
  public static void write(Path file, byte[] content) throws IOException {
    // createTempFile gives the owner's rights only, and the move keeps them
    var unfinished = Files.createTempFile(folderOf(file), "unfinished-", ".tmp");
    try {
      Files.write(unfinished, content);
      place(unfinished, file);
    } finally {
      Files.deleteIfExists(unfinished);
    }
  }

  /** Gives a finished file of the same disk its name; once this returns it stays. */
  public static void place(Path finished, Path name) throws IOException {
    try (var file = FileChannel.open(finished, WRITE)) {
      file.force(true);
    }
    rename(finished, name);
  }

  /** Renames what is on disk already, a file or a folder; once this returns it keeps the name. */
  public static void rename(Path from, Path to) throws IOException {
    Files.move(from, to, ATOMIC_MOVE);
    flushNames(folderOf(to));
  }

  /** Makes a folder and what is missing above it; once this returns they stay. */
  public static void createFolders(Path folder) throws IOException {
    if (!Files.isDirectory(folder)) {
      createFolders(folderOf(folder));
      Files.createDirectories(folder); // another may have made it meanwhile
      flushNames(folderOf(folder));
    }
  }

  private static Path folderOf(Path file) {
    return requireNonNull(file.toAbsolutePath().getParent(), "a file has a folder");
  }

  /** A new name is on disk only once its folder is flushed. */
  private static void flushNames(Path folder) throws IOException {
    if (hasOwnerRights(folder)) { // Windows cannot open a folder
      try (var names = FileChannel.open(folder, READ)) {
        names.force(true);
      }
    }
  }

  static boolean hasOwnerRights(Path path) {
    return path.getFileSystem().supportedFileAttributeViews().contains("posix");
  }
}
