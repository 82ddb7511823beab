package org.tipline.channel.form;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.tipline.support.Http;
import org.tipline.support.NewsroomTest;

@NewsroomTest
class FormLimitsTests {

  private static final String WORDS = "Gari la wanafunzi limepinduka Salgaa";

  @LocalServerPort private int port;
  private Http http;

  @BeforeEach
  void openBrowser() {
    http = new Http(port);
  }

  @Test
  void tenFilesAreTakenAndEleventhIsRefused() {
    assertThat(withFiles(10).send(http).statusCode()).isEqualTo(303);

    var refused = withFiles(11).send(http);
    assertKept(refused, 422);
    assertThat(Jsoup.parse(refused.body()).select("[name=kept]")).hasSize(10);
  }

  @Test
  void fileOfExactlyTheLimitIsTaken() {
    var largest = new byte[(int) Limits.FILE_BYTES];
    assertThat(form().withFile("video.mp4", largest).send(http).statusCode()).isEqualTo(303);
  }

  @Test
  void fileOverTheLimitKeepsTheTextAndWhatFollows() {
    var tooLarge = new byte[(int) Limits.FILE_BYTES + 1];
    var refused = form().withFile("video.mp4", tooLarge).with("place", "Salgaa").send(http);

    assertKept(refused, 422);
    assertThat(refused.body()).contains("“video.mp4” is larger than 25 MB");
    assertThat(Jsoup.parse(refused.body()).select("#place").val()).isEqualTo("Salgaa");
  }

  @Test
  void postOverTheLimitIsRefusedBeforeItsFilesAreRead() throws IOException {
    var start = form().withFile("video.mp4", new byte[9]).withoutEnd();
    assertThat(statusOf(head(Limits.POST_BYTES + 1), start)).isEqualTo("413");
  }

  @Test
  void queryThatIsNoTextIsTheSendersFault() throws IOException {
    var request = "GET /tip/received?t=%zz HTTP/1.1\r\nHost: localhost\r\n\r\n";
    assertThat(statusOf(request.getBytes(StandardCharsets.US_ASCII))).isEqualTo("400");
  }

  @ParameterizedTest
  @ValueSource(ints = {50, 10_000})
  void floodOfPartsIsRefused(int parts) {
    var form = form();
    for (var n = 0; n < parts; n++) {
      form.with("field" + n, "x");
    }
    assertKept(form.send(http), 413);
  }

  @Test
  void endlessTextIsRefusedAndAsMuchAsFitsIsKept() {
    var refused =
        FilledForm.opened(http).with("text", "a".repeat(2 * Limits.FIELD_BYTES)).send(http);

    assertThat(refused.statusCode()).isEqualTo(413);
    assertThat(Jsoup.parse(refused.body()).select("#text").text()).hasSizeGreaterThan(20_000);
  }

  @Test
  void endlessUrlEncodedTextIsRefused() {
    var text = "a".repeat(4 * Limits.FIELD_BYTES);
    assertThat(http.post("/tip", Map.of("text", text)).statusCode()).isEqualTo(413);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "multipart/*; boundary=x",
        "multipart/mixed; boundary=x",
        "text/plain",
        "application/json",
        "nonsense"
      })
  void otherKindsOfBodiesAreNotTaken(String type) {
    assertThat(http.post("/tip", type, new byte[] {'x'}).statusCode()).isEqualTo(415);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "multipart/form-data",
        "multipart/form-data; boundary=",
        "multipart/form-data; boundary=none-of-the-body",
        "application/x-www-form-urlencoded"
      })
  void bodyThatIsNoFormIsTheSendersFault(String type) {
    var body = "%zz&=&text=%\r\n--x\r\n\r\n".getBytes(StandardCharsets.UTF_8);
    assertThat(http.post("/tip", type, body).statusCode()).isBetween(400, 499);
  }

  @Test
  void partThatIsNotOneIsTheSendersFault() {
    assertKept(
        form()
            .with("x\r\n\r\n\0\0garbage", "y")
            .withFile("a".repeat(9_000), new byte[1])
            .send(http),
        400);
  }

  private FilledForm form() {
    return FilledForm.opened(http).with("text", WORDS);
  }

  private FilledForm withFiles(int count) {
    var form = form();
    for (var n = 0; n < count; n++) {
      form.withFile("picha" + n + ".jpg", new byte[] {(byte) n});
    }
    return form;
  }

  private static void assertKept(HttpResponse<String> refused, int status) {
    assertThat(refused.statusCode()).isEqualTo(status);
    assertThat(refused.body()).contains("NOT received");
    assertThat(Jsoup.parse(refused.body()).select("#text").text()).isEqualTo(WORDS);
  }

  /** For what a well-behaved client refuses to send. */
  private String statusOf(byte[]... request) throws IOException {
    try (var socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
      for (var bytes : request) {
        socket.getOutputStream().write(bytes);
      }
      var line = new String(socket.getInputStream().readNBytes(12), StandardCharsets.US_ASCII);
      return line.substring("HTTP/1.1 ".length());
    }
  }

  private static byte[] head(long length) {
    return ("POST /tip HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\nContent-Type: "
            + FilledForm.TYPE
            + "\r\nContent-Length: "
            + length
            + "\r\n\r\n")
        .getBytes(StandardCharsets.US_ASCII);
  }
}
