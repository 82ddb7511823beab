package org.tipline.media;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import net.coobird.thumbnailator.util.exif.ExifUtils;
import net.coobird.thumbnailator.util.exif.Orientation;

/** How the camera was held, which a JPEG says in its EXIF block and nowhere in its pixels. */
class CameraTurn {

  private static final int APP1 = 0xE1;
  private static final int START_OF_SCAN = 0xDA;

  private CameraTurn() {}

  /** Upright when the file does not say. */
  static Orientation of(Path jpeg) throws IOException {
    try (var in = new DataInputStream(new BufferedInputStream(Files.newInputStream(jpeg)))) {
      in.readShort(); // start of image
      for (var marker = marker(in); marker != START_OF_SCAN; marker = marker(in)) {
        var segment = in.readNBytes(Math.max(0, in.readUnsignedShort() - 2));
        var found = marker == APP1 ? ExifUtils.getOrientationFromExif(segment) : null;
        if (found != null) {
          return found;
        }
      }
      return Orientation.TOP_LEFT;
    }
  }

  /** Any number of FF may stand before a marker. */
  private static int marker(DataInputStream in) throws IOException {
    if (in.readUnsignedByte() != 0xFF) {
      throw new IOException("no marker where one belongs");
    }
    var marker = in.readUnsignedByte();
    while (marker == 0xFF) {
      marker = in.readUnsignedByte();
    }
    return marker;
  }
}
