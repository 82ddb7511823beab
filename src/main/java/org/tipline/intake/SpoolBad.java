package org.tipline.intake;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.nio.file.LinkOption.NOFOLLOW_LINKS;
import static java.nio.file.StandardCopyOption.ATOMIC_MOVE;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.tipline.folder.DataFolder;

/** Spool files that a person must look at, never deleted, and beside them why. */
@Component
class SpoolBad {

  private static final Logger log = LoggerFactory.getLogger(SpoolBad.class);

  private final Path bad;
  private final Path why;

  SpoolBad(DataFolder data) {
    this.bad = data.part("spool/bad");
    this.why = data.part("spool/why");
  }

  /** Moves a file here, never over another one. */
  void add(Path file, String reason) throws IOException {
    var place = free(bad, file.getFileName().toString());
    Files.writeString(why.resolve(place.getFileName()), reason, UTF_8);
    Files.move(file, place, ATOMIC_MOVE);
    log.error("A file of the spool is parked in {}, see Deliveries in admin: {}", bad, reason);
  }

  private static Path free(Path folder, String name) {
    var place = folder.resolve(name);
    for (var n = 2; Files.exists(place, NOFOLLOW_LINKS); n++) {
      place = folder.resolve(name + "." + n);
    }
    return place;
  }

  /** What is parked, oldest first. */
  List<ParkedSpoolFile> all() {
    return files().stream().map(this::describe).toList();
  }

  int count() {
    return files().size();
  }

  private List<Path> files() {
    var files = new ArrayList<Path>();
    try (var parked = Files.newDirectoryStream(bad)) {
      parked.forEach(files::add);
    } catch (IOException e) {
      return List.of(); // missing or closed to us: the spool says so itself
    }
    files.sort(null);
    return files;
  }

  private ParkedSpoolFile describe(Path parked) {
    var file = parked.toFile();
    return new ParkedSpoolFile(
        file.getName(),
        Instant.ofEpochMilli(file.lastModified()),
        file.length(),
        reason(file.getName()));
  }

  private String reason(String name) {
    try {
      return Files.readString(why.resolve(name), UTF_8);
    } catch (IOException e) {
      return "Its reason was not kept.";
    }
  }

  /** Moves everything back among those that wait; returns how many. */
  int putBack(Path waiting) {
    var count = 0;
    for (var file : files()) {
      try {
        var name = file.getFileName().toString();
        Files.move(file, free(waiting, name), ATOMIC_MOVE);
        Files.deleteIfExists(why.resolve(name));
        count++;
      } catch (IOException e) {
        log.error("A parked file of the spool cannot be moved, {}.", e.getClass().getSimpleName());
      }
    }
    return count;
  }
}
