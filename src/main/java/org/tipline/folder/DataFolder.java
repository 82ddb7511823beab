package org.tipline.folder;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;
import org.springframework.stereotype.Component;

/** The folder in which Tipline keeps the embedded database, media and keys. */
@Component
public class DataFolder {

  private static final Set<PosixFilePermission> OWNER_ONLY =
      PosixFilePermissions.fromString("rwx------");

  private final Path root;

  public DataFolder(DataSettings settings) {
    this.root = settings.root();
  }

  /**
   * The part of that name, {@code media/tmp}, made when missing; only its owner may look inside.
   *
   * @throws DataFolderUnusable when it can be neither made nor closed to others
   */
  public Path part(String name) {
    var part = root.resolve(name);
    try {
      DurableFile.createFolders(part);
      closeToOthers(part);
      return part;
    } catch (IOException e) {
      throw new DataFolderUnusable(part, e);
    }
  }

  private void closeToOthers(Path part) throws IOException {
    // Windows has no such rights; there the folder inherits those of the one above it.
    if (DurableFile.hasOwnerRights(part)) {
      var folder = root;
      for (var step : root.relativize(part)) {
        folder = folder.resolve(step);
        Files.setPosixFilePermissions(folder, OWNER_ONLY);
      }
    }
  }
}
