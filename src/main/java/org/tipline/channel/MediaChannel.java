package org.tipline.channel;

import java.io.InputStream;

/** A channel that keeps files at its provider until we fetch them. */
public interface MediaChannel extends Channel {

  /**
   * Opens the file at the provider; the caller closes it and caps what it reads.
   *
   * @throws MediaUnavailable when it cannot be had now, or ever
   */
  InputStream open(MediaReference reference) throws MediaUnavailable;
}
