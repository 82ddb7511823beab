package org.tipline.media;

import static java.nio.file.StandardOpenOption.CREATE;
import static java.nio.file.StandardOpenOption.READ;
import static java.nio.file.StandardOpenOption.WRITE;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.stereotype.Component;
import org.tipline.folder.DataFolder;

/**
 * Where files are until they are whole; what a killed Tipline left there goes at the next start.
 */
@Component
class UnfinishedFiles implements DisposableBean {

  private final Path folder;
  private final FileChannel presence;

  UnfinishedFiles(DataFolder data) throws IOException {
    this.folder = data.part("media/tmp");
    this.presence = FileChannel.open(data.part("media").resolve("lock"), CREATE, READ, WRITE);
    sweepIfAlone();
  }

  /** A file for content that is still arriving; only its owner may read it. */
  Path newFile() throws IOException {
    return Files.createTempFile(folder, "", ".part");
  }

  /** Every instance holds the shared lock, so whoever gets it alone is the only one running. */
  private void sweepIfAlone() throws IOException {
    try {
      var alone = presence.tryLock();
      if (alone != null) {
        sweep();
        alone.release();
      }
      presence.lock(0, Long.MAX_VALUE, true);
    } catch (OverlappingFileLockException e) {
      // another application of this process is at work in the folder
    }
  }

  private void sweep() throws IOException {
    try (var leftovers = Files.newDirectoryStream(folder)) {
      for (var leftover : leftovers) {
        Files.delete(leftover);
      }
    }
  }

  @Override
  public void destroy() throws IOException {
    presence.close();
  }
}
