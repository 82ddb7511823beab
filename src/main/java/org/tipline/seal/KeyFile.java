package org.tipline.seal;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.nio.file.StandardOpenOption.CREATE;
import static java.nio.file.StandardOpenOption.WRITE;

import com.google.crypto.tink.KeysetHandle;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.security.GeneralSecurityException;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tipline.folder.DurableFile;

/** A file of keys, read again when another instance has added one. */
class KeyFile<T> {

  private static final Logger log = LoggerFactory.getLogger(KeyFile.class);
  private static final long GLANCE = Duration.ofSeconds(1).toNanos();

  private final Path path;
  private final KeyKind<T> kind;
  private volatile Content<T> content;
  private volatile long lookedAt = System.nanoTime();

  private record Content<T>(KeysetHandle keys, T tool, Stamp stamp) {}

  /** Tells one writing of the file from the next; the key is null on Windows. */
  private record Stamp(@Nullable Object fileKey, FileTime writtenAt) {}

  private KeyFile(Path path, KeyKind<T> kind) throws IOException, GeneralSecurityException {
    this.path = path;
    this.kind = kind;
    this.content = read(path, kind);
  }

  /**
   * Opens the file.
   *
   * @throws KeyFileUnusable when it is missing, unreadable or no such key file
   */
  static <T> KeyFile<T> open(Path path, KeyKind<T> kind) {
    if (Files.notExists(path)) {
      throw KeyFileUnusable.missing(path, kind);
    }
    try {
      return new KeyFile<>(path, kind);
    } catch (IOException e) {
      throw KeyFileUnusable.unreadable(path, kind, e);
    } catch (GeneralSecurityException e) {
      throw KeyFileUnusable.damaged(path, kind, e);
    }
  }

  /** Opens the file, with a new key when there is none yet. */
  static <T> KeyFile<T> openOrCreate(Path path, KeyKind<T> kind) {
    if (Files.notExists(path)) {
      alone(path, kind, () -> createIfMissing(path, kind));
    }
    return open(path, kind);
  }

  private static void createIfMissing(Path path, KeyKind<?> kind)
      throws IOException, GeneralSecurityException {
    if (Files.notExists(path)) {
      write(path, kind.print(kind.newKeys()));
      log.info("Made the key file {}: keep a copy of it away from this machine", path);
    }
  }

  Path path() {
    return path;
  }

  KeyKind<T> kind() {
    return kind;
  }

  KeysetHandle keys() {
    return current().keys();
  }

  T tool() {
    return current().tool();
  }

  /** Adds a key that is used from now on. */
  void add() {
    alone(path, kind, () -> write(path, kind.print(kind.withNewKey(read(path, kind).keys()))));
    reread();
  }

  /** Reads the file again if it was written since; true: there may be keys we did not know. */
  boolean reread() {
    lookedAt = System.nanoTime();
    try {
      if (stamp(path).equals(content.stamp())) {
        return false;
      }
      content = read(path, kind);
      return true;
    } catch (IOException | GeneralSecurityException e) {
      log.error("The key file {} has become unusable: put it back before the next start", path, e);
      return false;
    }
  }

  private Content<T> current() {
    if (System.nanoTime() - lookedAt > GLANCE) {
      reread();
    }
    return content;
  }

  private static <T> Content<T> read(Path path, KeyKind<T> kind)
      throws IOException, GeneralSecurityException {
    var stamp = stamp(path); // before reading: what changes meanwhile is seen the next time
    var keys = kind.parse(Files.readString(path));
    return new Content<>(keys, kind.tool(keys), stamp);
  }

  private static Stamp stamp(Path path) throws IOException {
    var attributes = Files.readAttributes(path, BasicFileAttributes.class);
    return new Stamp(attributes.fileKey(), attributes.lastModifiedTime());
  }

  private static void write(Path path, String json) throws IOException {
    DurableFile.write(path, json.getBytes(UTF_8));
  }

  private interface Change {
    void make() throws IOException, GeneralSecurityException;
  }

  /** Two who add a key at once must not overwrite each other's: what it sealed would be lost. */
  private static void alone(Path path, KeyKind<?> kind, Change change) {
    var beside = path.resolveSibling(path.getFileName() + ".lock");
    synchronized (KeyFile.class) { // a file lock holds off other processes only
      try (var channel = FileChannel.open(beside, CREATE, WRITE);
          var _ = channel.lock()) {
        change.make();
      } catch (IOException e) {
        throw KeyFileUnusable.unwritable(path, kind, e);
      } catch (GeneralSecurityException e) {
        throw KeyFileUnusable.damaged(path, kind, e);
      }
    }
  }
}
