package org.tipline.media;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Base64;
import java.util.stream.IntStream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SafeCopiesTests {

  private static final int UPRIGHT = 1;

  @TempDir Path data;
  private TestStore media;

  @BeforeEach
  void open() throws IOException {
    media = TestStore.in(data);
  }

  @Test
  void copySaysNothingOfPlaceTimeOrCamera() throws IOException {
    var original = TestImages.withExif(TestImages.jpeg(64, 48), UPRIGHT);
    assertThat(new String(original, ISO_8859_1)).contains("Exif", TestImages.SECRET);

    var copy = new String(Files.readAllBytes(copyOf(original)), ISO_8859_1);
    assertThat(copy).doesNotContain("Exif", TestImages.SECRET, "MM\0*");
  }

  @Test
  void originalStaysAsItWasSent() throws IOException {
    var original = TestImages.withExif(TestImages.jpeg(64, 48), UPRIGHT);
    copyOf(original);
    assertThat(media.store().find(media.keep(original).sha256()).orElseThrow())
        .hasBinaryContent(original);
  }

  /** The picture is red above and blue below; where is red once it is turned upright? */
  @ParameterizedTest
  @CsvSource({"1, 32, 6", "3, 32, 42", "6, 42, 32", "8, 6, 32"})
  void copyIsUprightHoweverTheCameraWasHeld(int orientation, int redX, int redY)
      throws IOException {
    var copy = read(copyOf(TestImages.withExif(TestImages.jpeg(64, 48), orientation)));
    assertThat(copy.getWidth()).isEqualTo(orientation >= 5 ? 48 : 64);
    assertThat(new Color(copy.getRGB(redX, redY)).getRed()).isGreaterThan(200);
  }

  @Test
  void largePhotoIsScaledToWhatAScreenShows() throws IOException {
    var copy = read(copyOf(TestImages.jpeg(6000, 4000)));
    assertThat(copy.getWidth()).isEqualTo(2048);
    assertThat(copy.getHeight()).isBetween(1364, 1366);
  }

  @Test
  void smallPhotoIsNotBlownUp() throws IOException {
    assertThat(read(copyOf(TestImages.jpeg(64, 48))).getWidth()).isEqualTo(64);
  }

  @Test
  void seeThroughPictureStaysSo() throws IOException {
    var picture = TestImages.twoColours(64, 48, BufferedImage.TYPE_INT_ARGB);
    picture.setRGB(0, 0, 0);
    var copy = copyOf(TestImages.encoded(picture, "png"));
    assertThat(copy.toString()).endsWith(".png");
    assertThat(read(copy).getRGB(0, 0) >>> 24).isZero();
  }

  @ParameterizedTest
  @ValueSource(strings = {"png", "gif"})
  void otherFormatsAreShownToo(String format) throws IOException {
    var picture = TestImages.twoColours(64, 48, BufferedImage.TYPE_INT_RGB);
    assertThat(copyOf(TestImages.encoded(picture, format)).toString()).endsWith(".jpg");
  }

  @Test
  void webpIsShown() throws IOException {
    var copy = read(copyOf(TestImages.webp(64, 48, Color.GREEN)));
    assertThat(new Color(copy.getRGB(30, 30)).getGreen()).isGreaterThan(200);
    var lossy = "UklGRiIAAABXRUJQVlA4IBYAAAAwAQCdASoBAAEADsD+JaQAA3AAAAAA";
    assertThat(read(copyOf(Base64.getDecoder().decode(lossy))).getWidth()).isEqualTo(1);
  }

  @ParameterizedTest
  @CsvSource({"12001, 10", "10, 12001", "8000, 5001", "16383, 16383"})
  void moreThanWeDecodeIsRefusedUnread(int width, int height) throws IOException {
    assertNoCopyOf(TestImages.webp(width, height, Color.GREEN));
  }

  @Test
  void pictureAtTheLimitIsShownThoughItWouldFillTheHeap() throws IOException {
    assertThat(read(copyOf(TestImages.png(8000, 5000, 1))).getWidth()).isEqualTo(2048);
  }

  @Test
  void textThatUnfoldsToAGigabyteIsNotRead() throws IOException {
    assertThat(read(copyOf(TestImages.png(64, 48, 1 << 30))).getWidth()).isEqualTo(64);
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 2, 3, 20, 160, 400})
  void fileThatBreaksOffHasNoCopyOrAHalfOneAndNeverFails(int bytes) throws IOException {
    var kept = media.keep(Arrays.copyOf(TestImages.jpeg(640, 480), bytes));
    media.copies().of(kept.sha256());
    assertThat(data.resolve("media/tmp")).isEmptyDirectory();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<svg xmlns='http://www.w3.org/2000/svg'/>",
        "%PDF-1.7",
        "GIF89a",
        "BM not really",
        "II*\0 a TIFF, which nobody sends from a phone",
        "habari"
      })
  void whatIsNoImageHasNoCopy(String content) throws IOException {
    assertNoCopyOf(content.getBytes(ISO_8859_1));
  }

  @Test
  void copyIsMadeOnce() throws IOException {
    var original = TestImages.jpeg(64, 48);
    var made = Files.getLastModifiedTime(copyOf(original));
    assertThat(Files.getLastModifiedTime(copyOf(original))).isEqualTo(made);
  }

  @Test
  void manyMayAskForTheSameCopyAtOnce() throws IOException {
    var sha256 = media.keep(TestImages.jpeg(64, 48)).sha256();
    var copies =
        IntStream.range(0, 8).parallel().mapToObj(_ -> media.copies().of(sha256).orElseThrow());
    assertThat(copies.distinct()).hasSize(1);
  }

  private Path copyOf(byte[] original) throws IOException {
    return media.copies().of(media.keep(original).sha256()).orElseThrow();
  }

  private void assertNoCopyOf(byte[] original) throws IOException {
    assertThat(media.copies().of(media.keep(original).sha256())).isEmpty();
    assertThat(data.resolve("media/tmp")).isEmptyDirectory();
  }

  private static BufferedImage read(Path copy) throws IOException {
    return ImageIO.read(copy.toFile());
  }
}
