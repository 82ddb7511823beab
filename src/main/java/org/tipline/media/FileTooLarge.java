package org.tipline.media;

import java.io.IOException;

/** More bytes than the caller allows; nothing was kept. */
public class FileTooLarge extends IOException {

  public FileTooLarge(long maxBytes) {
    super("larger than " + maxBytes + " bytes");
  }
}
