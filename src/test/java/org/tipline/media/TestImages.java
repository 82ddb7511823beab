package org.tipline.media;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.BitSet;
import java.util.zip.CRC32;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import javax.imageio.ImageIO;

/** Images as readers and attackers send them, made byte by byte. */
final class TestImages {

  static final String SECRET = "at the blue gate";

  private TestImages() {}

  /** Red above, blue below. */
  static BufferedImage twoColours(int width, int height, int type) {
    var image = new BufferedImage(width, height, type);
    var pen = image.createGraphics();
    pen.setColor(Color.RED);
    pen.fillRect(0, 0, width, height / 2);
    pen.setColor(Color.BLUE);
    pen.fillRect(0, height / 2, width, height - height / 2);
    pen.dispose();
    return image;
  }

  static byte[] encoded(BufferedImage image, String format) throws IOException {
    var bytes = new ByteArrayOutputStream();
    ImageIO.write(image, format, bytes);
    return bytes.toByteArray();
  }

  static byte[] jpeg(int width, int height) throws IOException {
    return encoded(twoColours(width, height, BufferedImage.TYPE_INT_RGB), "jpg");
  }

  /** With an EXIF block as a camera writes it: orientation, a description, a position. */
  static byte[] withExif(byte[] jpeg, int orientation) {
    var exif = exif(orientation);
    return ByteBuffer.allocate(jpeg.length + exif.length + 4)
        .put(jpeg, 0, 2)
        .putShort((short) 0xFFE1)
        .putShort((short) (exif.length + 2))
        .put(exif)
        .put(jpeg, 2, jpeg.length - 2)
        .array();
  }

  private static byte[] exif(int orientation) {
    var description = (SECRET + "\0").getBytes(US_ASCII);
    var exif = ByteBuffer.allocate(6 + 8 + 2 + 3 * 12 + 4 + 24 + 2 + 12 + 4 + 24);
    exif.put("Exif\0\0".getBytes(US_ASCII)).put("MM\0*".getBytes(US_ASCII)).putInt(8);
    exif.putShort((short) 3);
    entry(exif, 0x010E, 2, description.length, 50);
    entry(exif, 0x0112, 3, 1, orientation << 16);
    entry(exif, 0x8825, 4, 1, 74); // GPS
    exif.putInt(0).put(description).position(6 + 74);
    exif.putShort((short) 1);
    entry(exif, 0x0002, 5, 3, 92); // latitude 1 degree 17 minutes 11 seconds
    exif.putInt(0);
    exif.putInt(1).putInt(1).putInt(17).putInt(1).putInt(11).putInt(1);
    return exif.array();
  }

  private static void entry(ByteBuffer exif, int tag, int type, int count, int value) {
    exif.putShort((short) tag).putShort((short) type).putInt(count).putInt(value);
  }

  /** A picture of one colour: a few bytes of WebP, whatever its size. */
  static byte[] webp(int width, int height, Color colour) {
    var bits = new Bits();
    bits.put(0x2F, 8).put(width - 1, 14).put(height - 1, 14).put(0, 1).put(0, 3);
    bits.put(0, 1).put(0, 1).put(0, 1); // no transform, no colour cache, one group of codes
    for (var symbol : new int[] {colour.getGreen(), colour.getRed(), colour.getBlue(), 255}) {
      bits.put(0b101, 3).put(symbol, 8); // a code of one symbol takes no bit a pixel
    }
    bits.put(0b001, 3).put(0, 1);
    bits.put(0, 31).put(0, 31); // the decoder looks some bytes ahead
    var image = bits.bytes();
    return ByteBuffer.allocate(20 + image.length)
        .order(ByteOrder.LITTLE_ENDIAN)
        .put("RIFF".getBytes(US_ASCII))
        .putInt(12 + image.length)
        .put("WEBPVP8L".getBytes(US_ASCII))
        .putInt(image.length)
        .put(image)
        .array();
  }

  private static final class Bits {
    private final BitSet set = new BitSet();
    private int length;

    Bits put(int value, int count) {
      for (var i = 0; i < count; i++) {
        set.set(length++, (value >> i & 1) == 1);
      }
      return this;
    }

    /** Even in number, as RIFF wants its chunks. */
    byte[] bytes() {
      return Arrays.copyOf(set.toByteArray(), (length + 15) / 16 * 2);
    }
  }

  /** A black PNG of that size, with a text that unfolds to as many bytes as named. */
  static byte[] png(int width, int height, int textBytes) throws IOException {
    var bytes = new ByteArrayOutputStream();
    bytes.write(new byte[] {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n'});
    var header = ByteBuffer.allocate(13).putInt(width).putInt(height).put((byte) 8).put((byte) 2);
    chunk(bytes, "IHDR", header.array());
    var text = new ByteArrayOutputStream();
    text.write("Comment\0\0".getBytes(US_ASCII));
    text.write(deflated(textBytes));
    chunk(bytes, "zTXt", text.toByteArray());
    chunk(bytes, "IDAT", deflated((width * 3L + 1) * height));
    chunk(bytes, "IEND", new byte[0]);
    return bytes.toByteArray();
  }

  private static void chunk(ByteArrayOutputStream png, String type, byte[] data)
      throws IOException {
    var named = ByteBuffer.allocate(4 + data.length).put(type.getBytes(US_ASCII)).put(data).array();
    var crc = new CRC32();
    crc.update(named);
    png.write(ByteBuffer.allocate(4).putInt(data.length).array());
    png.write(named);
    png.write(ByteBuffer.allocate(4).putInt((int) crc.getValue()).array());
  }

  private static byte[] deflated(long zeros) throws IOException {
    var bytes = new ByteArrayOutputStream();
    try (var out = new DeflaterOutputStream(bytes, new Deflater(1))) {
      var block = new byte[1 << 16];
      for (var left = zeros; left > 0; left -= block.length) {
        out.write(block, 0, (int) Math.min(left, block.length));
      }
    }
    return bytes.toByteArray();
  }
}
