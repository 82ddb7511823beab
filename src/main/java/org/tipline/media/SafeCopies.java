package org.tipline.media;

import static java.nio.file.StandardCopyOption.ATOMIC_MOVE;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.tipline.folder.DataFolder;

/** Re-encoded images without metadata: the only form in which a reader's file is ever shown. */
@Component
public class SafeCopies {

  private static final Logger log = LoggerFactory.getLogger(SafeCopies.class);
  private static final Map<String, String> ENDINGS =
      Map.of("image/jpeg", ".jpg", "image/png", ".png");

  private static final int DECODED_AT_ONCE = 2;

  private final Path root;
  private final MediaStore store;
  private final UnfinishedFiles unfinished;
  private final Darkroom darkroom;
  private final Semaphore places = new Semaphore(DECODED_AT_ONCE);

  SafeCopies(DataFolder data, MediaStore store, UnfinishedFiles unfinished, Darkroom darkroom) {
    this.root = data.part("media/safe");
    this.store = store;
    this.unfinished = unfinished;
    this.darkroom = darkroom;
  }

  /**
   * A copy of the image, made at first asking: a {@code .png} when it is see-through, else a {@code
   * .jpg}; no side is longer than 2048 pixels. Empty when it is no image we can decode safely.
   */
  public Optional<Path> of(String sha256) {
    return store.find(sha256).flatMap(file -> made(sha256).or(() -> makeInTurn(sha256, file)));
  }

  private Optional<Path> made(String sha256) {
    return ENDINGS.values().stream()
        .map(ending -> place(sha256, ending))
        .filter(Files::exists)
        .findFirst();
  }

  private Path place(String sha256, String ending) {
    return MediaStore.place(root, sha256).resolveSibling(sha256 + ending);
  }

  private Optional<Path> makeInTurn(String sha256, Path file) {
    places.acquireUninterruptibly();
    try {
      return made(sha256).or(() -> make(sha256, file));
    } finally {
      places.release();
    }
  }

  private Optional<Path> make(String sha256, Path file) {
    try {
      var copy = unfinished.newFile();
      try {
        return darkroom.develop(file, copy) ? keep(sha256, copy) : none(sha256);
      } finally {
        Files.deleteIfExists(copy);
      }
    } catch (IOException e) {
      throw new UncheckedIOException("the safe copy of " + sha256 + " cannot be made", e);
    }
  }

  private Optional<Path> keep(String sha256, Path copy) throws IOException {
    var ending = ENDINGS.get(FileType.of(copy));
    if (ending == null) {
      return none(sha256);
    }
    var name = place(sha256, ending);
    Files.createDirectories(name.resolveSibling(""));
    return Optional.of(Files.move(copy, name, ATOMIC_MOVE)); // not flushed: it can be made again
  }

  private static Optional<Path> none(String sha256) {
    log.info("No safe copy of {}: it is no image, or one that is broken or too large", sha256);
    return Optional.empty();
  }
}
