package org.tipline.media;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Set;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;
import net.coobird.thumbnailator.Thumbnails;
import net.coobird.thumbnailator.util.exif.ExifFilterUtils;
import net.coobird.thumbnailator.util.exif.Orientation;

/**
 * Re-encodes a stranger's image: the program that {@link Darkroom} runs in a process of its own.
 */
class Picture {

  private static final Set<String> FORMATS = Set.of("jpeg", "png", "gif", "webp");
  private static final int LONGEST_SIDE = 12_000;
  private static final long MOST_PIXELS = 40_000_000;

  /** What a screen needs; more would only cost memory. */
  private static final int SHOWN_SIDE = 2048;

  private Picture() {}

  /** Reads the first file and writes the second; ends in an error when that cannot be done. */
  static void main(String[] args) throws IOException {
    var picture = read(Path.of(args[0]));
    var format = picture.getColorModel().hasAlpha() ? "png" : "jpg";
    ImageIO.write(picture, format, Path.of(args[1]).toFile());
  }

  private static BufferedImage read(Path file) throws IOException {
    try (var input = ImageIO.createImageInputStream(file.toFile())) {
      var reader = readerOf(input);
      try {
        reader.setInput(input, true, true); // metadata of some bytes may unfold to gigabytes
        var turn = format(reader).equals("jpeg") ? CameraTurn.of(file) : Orientation.TOP_LEFT;
        return shown(decode(reader), turn);
      } finally {
        reader.dispose();
      }
    }
  }

  private static ImageReader readerOf(ImageInputStream input) throws IOException {
    var readers = ImageIO.getImageReaders(input);
    while (readers.hasNext()) {
      var reader = readers.next();
      if (FORMATS.contains(format(reader))) {
        return reader;
      }
    }
    throw new IOException("of no format we show");
  }

  private static String format(ImageReader reader) throws IOException {
    return reader.getFormatName().toLowerCase(Locale.ROOT);
  }

  private static BufferedImage decode(ImageReader reader) throws IOException {
    var width = reader.getWidth(0);
    var height = reader.getHeight(0);
    var longest = Math.max(width, height);
    if (longest > LONGEST_SIDE || (long) width * height > MOST_PIXELS) {
      throw new IOException(width + " x " + height + " pixels are more than we decode");
    }
    // rows and columns that would be scaled away are not even kept while decoding
    var step = Math.max(1, longest / SHOWN_SIDE);
    var how = reader.getDefaultReadParam();
    how.setSourceSubsampling(step, step, 0, 0);
    return reader.read(0, how);
  }

  private static BufferedImage shown(BufferedImage decoded, Orientation turn) throws IOException {
    var longest = Math.max(decoded.getWidth(), decoded.getHeight());
    var seeThrough = decoded.getColorModel().hasAlpha();
    return Thumbnails.of(decoded)
        .scale(Math.min(1.0, (double) SHOWN_SIDE / longest))
        .addFilter(ExifFilterUtils.getFilterForOrientation(turn))
        .imageType(seeThrough ? BufferedImage.TYPE_INT_ARGB : BufferedImage.TYPE_INT_RGB)
        .asBufferedImage();
  }
}
