package org.tipline.folder;

import java.nio.file.Path;

/** The data folder cannot be made, read or written: the application refuses to start. */
public class DataFolderUnusable extends RuntimeException {

  public DataFolderUnusable(Path path, Throwable cause) {
    super("The data folder " + path + " cannot be used: " + cause, cause);
  }
}
