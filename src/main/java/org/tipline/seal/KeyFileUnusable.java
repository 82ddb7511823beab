package org.tipline.seal;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** A key file that does not open what this database holds: the application refuses to start. */
class KeyFileUnusable extends RuntimeException {

  private final String remedy;

  private KeyFileUnusable(String reason, String remedy, @Nullable Throwable cause) {
    super(reason, cause);
    this.remedy = remedy;
  }

  static KeyFileUnusable missing(Path path, KeyKind<?> kind) {
    return new KeyFileUnusable(
        "The key file " + path + " is missing, and this database was written with it.",
        putBack(kind),
        null);
  }

  static KeyFileUnusable unreadable(Path path, KeyKind<?> kind, Throwable cause) {
    return new KeyFileUnusable(
        "The key file " + path + " cannot be read: " + cause,
        "Make it readable for the user Tipline runs as. " + putBack(kind),
        cause);
  }

  static KeyFileUnusable damaged(Path path, KeyKind<?> kind, Throwable cause) {
    return new KeyFileUnusable(
        "The file " + path + " is damaged, or is no " + kind.name() + " key of Tipline.",
        putBack(kind),
        cause);
  }

  static KeyFileUnusable foreign(Path path, KeyKind<?> kind) {
    return new KeyFileUnusable(
        "The key file " + path + " is not the one this database was written with.",
        putBack(kind),
        null);
  }

  static KeyFileUnusable unwritable(Path path, KeyKind<?> kind, Throwable cause) {
    return new KeyFileUnusable(
        "The key file " + path + " cannot be written: " + cause,
        "Make its folder writable for the user Tipline runs as, or name another place with "
            + kind.setting()
            + ".",
        cause);
  }

  String remedy() {
    return remedy;
  }

  private static String putBack(KeyKind<?> kind) {
    return "Put the file back from your copy of it, or say where it is with "
        + kind.setting()
        + ". Without it nobody can open what tells who the sources are.";
  }
}
