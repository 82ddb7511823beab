package org.tipline.media;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;
import java.util.regex.Pattern;
import org.springframework.stereotype.Component;
import org.tipline.folder.DataFolder;
import org.tipline.folder.DurableFile;

/** Files under the data folder, each once, by content hash. */
@Component
public class MediaStore {

  private static final Pattern SHA256 = Pattern.compile("[0-9a-f]{64}");

  private final Path root;
  private final UnfinishedFiles unfinished;

  MediaStore(DataFolder data, UnfinishedFiles unfinished) {
    this.root = data.part("media");
    this.unfinished = unfinished;
  }

  /**
   * Keeps a stream: written aside, hashed on the way, flushed to disk, then moved to its name.
   *
   * @throws FileTooLarge past {@code maxBytes}
   */
  public StoredFile store(InputStream content, long maxBytes) throws IOException {
    var arriving = unfinished.newFile();
    try {
      var sha256 = receive(content, arriving, maxBytes);
      var stored = new StoredFile(sha256, Files.size(arriving), FileType.of(arriving));
      var name = place(root, sha256);
      DurableFile.createFolders(name.resolveSibling(""));
      DurableFile.place(arriving, name);
      return stored;
    } finally {
      Files.deleteIfExists(arriving);
    }
  }

  private static String receive(InputStream content, Path file, long maxBytes) throws IOException {
    var hash = sha256();
    var left = maxBytes;
    try (var out = Files.newOutputStream(file)) {
      var buffer = new byte[64 * 1024];
      for (var n = content.read(buffer); n >= 0; n = content.read(buffer)) {
        left -= n;
        if (left < 0) {
          throw new FileTooLarge(maxBytes);
        }
        hash.update(buffer, 0, n);
        out.write(buffer, 0, n);
      }
    }
    return HexFormat.of().formatHex(hash.digest());
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }

  /** The kept file of that hash; empty for anything that is no hash of ours. */
  public Optional<Path> find(String sha256) {
    if (!SHA256.matcher(sha256).matches()) {
      return Optional.empty();
    }
    return Optional.of(place(root, sha256)).filter(Files::isRegularFile);
  }

  /** Two levels of 256 folders each, so that none grows long. */
  static Path place(Path root, String sha256) {
    return root.resolve(sha256.substring(0, 2)).resolve(sha256.substring(2, 4)).resolve(sha256);
  }

  /** Size and type of a kept file. */
  public Optional<StoredFile> describe(String sha256) {
    return find(sha256).map(file -> describe(sha256, file));
  }

  private static StoredFile describe(String sha256, Path file) {
    try {
      return new StoredFile(sha256, Files.size(file), FileType.of(file));
    } catch (IOException e) {
      throw new UncheckedIOException("the media file " + sha256 + " cannot be read", e);
    }
  }
}
