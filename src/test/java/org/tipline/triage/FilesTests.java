package org.tipline.triage;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Map;
import java.util.UUID;
import javax.imageio.ImageIO;
import org.jsoup.nodes.Document;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.tipline.account.Role;
import org.tipline.channel.Details;
import org.tipline.channel.IncomingFile;

/** FAILURES.md §B 16, 19, 20: what a reader attached is bytes to keep, never a page of ours. */
@DeskTest
class FilesTests {

  private static final String PAGE = "<!doctype html><script>alert(1)</script>";

  @Autowired private Postbox postbox;
  @Autowired private Visitors visitors;
  @Autowired private JdbcClient jdbc;

  private Visitor achieng;

  @BeforeEach
  void signIn() {
    achieng = visitors.editor("Achieng");
  }

  @Test
  void photoIsCoveredAndThenShownAsItsSafeCopy() throws IOException {
    var page = tipWith(png(), "shule.png", "image/png");
    var photo = page.expectFirst("details.photo:not([open]) img");

    var image = achieng.get(photo.attr("src"), BodyHandlers.ofByteArray());

    assertThat(photo.attr("loading")).isEqualTo("lazy");
    assertThat(image.statusCode()).isEqualTo(200);
    assertThat(header(image, "Content-Type")).isEqualTo("image/jpeg");
    assertThat(header(image, "Content-Disposition")).isEqualTo("inline");
    assertGuarded(image);
    assertThat(ImageIO.read(new ByteArrayInputStream(image.body())).getWidth()).isEqualTo(40);
  }

  @Test
  void videoIsCoveredAndMutedAndOnlyComesWhenAskedFor() {
    var bytes = "\0\0\0\u0018ftypmp42\0\0\0\0mp42isom".getBytes(ISO_8859_1);
    var video = tipWith(bytes, "a.mp4", "video/mp4").expectFirst("details.video:not([open]) video");

    assertThat(video.hasAttr("muted")).isTrue();
    assertThat(video.attr("preload")).isEqualTo("none");
    var played = achieng.get(video.attr("src"), BodyHandlers.ofByteArray(), "Range", "bytes=0-3");
    assertThat(played.statusCode()).isEqualTo(206);
    assertThat(header(played, "Content-Type")).isEqualTo("video/mp4");
    assertGuarded(played);
  }

  @Test
  void graphicMarkCoversForEveryoneAndIsInTheHistory() throws IOException {
    var page = tipWith(png(), "a.png", "image/png");
    var tip = "/desk/tips/" + page.select(".tip h1").text();
    var form = page.expectFirst("form.mark");
    var fields = Map.of("open", page.select(".tip h1").text(), "on", "true");
    achieng.submit(tip, form.attr("action"), fields);
    achieng.submit(tip, form.attr("action"), fields);

    var seen = visitors.editor("Otieno").page(tip);
    assertThat(seen.select("details.graphic:not([open]) .show").text()).contains("Graphic");
    assertThat(seen.select(".history li")).hasSize(2);
    achieng.submit(tip, form.attr("action"), Map.of("open", fields.get("open"), "on", "false"));
    assertThat(achieng.page(tip).select("details.graphic")).isEmpty();
    var forged = achieng.submit(tip, form.attr("action"), Map.of("open", "{x}", "on", "true"));
    assertThat(forged.statusCode()).isEqualTo(302);
  }

  @Test
  void originalIsADownloadByteForByte() throws IOException {
    var answer = download(tipWith(png(), "shule ya msingi – juu.png", "image/png"));

    assertThat(answer.body()).isEqualTo(png());
    assertThat(header(answer, "Content-Type")).isEqualTo("image/png");
    assertThat(header(answer, "Content-Disposition"))
        .startsWith("attachment;")
        .contains("filename*=UTF-8''shule%20ya%20msingi%20%E2%80%93%20juu.png");
    assertGuarded(answer);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        PAGE,
        "<svg xmlns='http://www.w3.org/2000/svg' onload='alert(1)'/>",
        "<?xml version='1.0'?><html xmlns='http://www.w3.org/1999/xhtml'><script/></html>",
        "GIF89a=1;alert(1)//",
        "words"
      })
  void whatABrowserCouldRunIsOnlyBytes(String content) {
    var page = tipWith(content.getBytes(UTF_8), "photo.jpg", "image/jpeg");
    var answer = download(page);

    assertThat(header(answer, "Content-Type")).isIn("application/octet-stream", "image/gif");
    assertThat(header(answer, "Content-Disposition")).startsWith("attachment;");
    assertGuarded(answer);
    assertThat(achieng.get(link(page) + "/image").statusCode()).isEqualTo(404);
  }

  @Test
  void nameIsTextOnThePageAndHarmlessOnTheDisk() {
    var name = "../<img src=x onerror=alert(1)>\r\nSet-Cookie: x=1\u202egpj.exe";
    var page = tipWith(PAGE.getBytes(UTF_8), name, "image/jpeg");

    assertThat(page.select("article img")).isEmpty();
    assertThat(page.select(".download .theirs").text()).contains("<img src=x onerror=alert(1)>");
    assertThat(header(download(page), "Content-Disposition"))
        .doesNotContain("/", "\\", "<", "\r", "%E2%80%AE");
    assertThat(download(page).headers().firstValue("Set-Cookie")).isEmpty();
  }

  @Test
  void namelessFileIsCalledAfterItsTip() throws IOException {
    var page = tipWith(png(), null, null);
    assertThat(header(download(page), "Content-Disposition"))
        .contains(page.select(".tip h1").text() + ".png");
  }

  @Test
  void partOfAFileCanBeAskedFor() throws IOException {
    var link = link(tipWith(png(), "a.png", "image/png"));
    var part = achieng.get(link, BodyHandlers.ofByteArray(), "Range", "bytes=1-3");

    assertThat(part.statusCode()).isEqualTo(206);
    assertThat(new String(part.body(), UTF_8)).isEqualTo("PNG");
    assertGuarded(part);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "00000000-0000-0000-0000-000000000000",
        "00000000-0000-0000-0000-000000000000/image",
        "1",
        "x/image",
        "..%2F..%2Fetc%2Fpasswd"
      })
  void unknownFileIsNotThere(String id) {
    assertThat(achieng.get("/desk/files/" + id).statusCode()).isIn(400, 404);
  }

  @Test
  void fileThatHasNotComeYetIsSaidAndNotServed() throws IOException {
    var page = tipWith(png(), "a.png", "image/png");
    var id = UUID.fromString(link(page).substring("/desk/files/".length()));
    jdbc.sql(
            "update attachments set state = 'PENDING', failure = 'Twilio says 404.', sha256 = null,"
                + " bytes = null where id = ?")
        .param(id)
        .update();

    var again = achieng.page("/desk/tips/" + page.select(".tip h1").text());

    assertThat(again.select(".away").text())
        .isEqualTo("a.png is still on its way to us. Twilio says 404.");
    assertThat(again.select("article img, article a")).isEmpty();
    assertThat(achieng.get("/desk/files/" + id).statusCode()).isEqualTo(404);
    assertThat(achieng.get("/desk/files/" + id + "/image").statusCode()).isEqualTo(404);
  }

  @Test
  void filesAreForEditors() throws IOException {
    var link = link(tipWith(png(), "a.png", "image/png"));
    var admin = visitors.signIn("Wanjiru", Role.ADMIN);

    assertThat(admin.get(link).statusCode()).isEqualTo(403);
    assertThat(admin.get(link + "/image").statusCode()).isEqualTo(403);
  }

  private Document tipWith(byte[] content, @Nullable String name, @Nullable String type) {
    var file = new IncomingFile.Enclosed(content, name, type);
    return achieng.page(
        "/desk/tips/" + postbox.post(Postbox.someone(), "see this", Details.NONE, file));
  }

  private static String link(Document page) {
    return page.expectFirst("a.download").attr("href");
  }

  private HttpResponse<byte[]> download(Document page) {
    return achieng.get(link(page), BodyHandlers.ofByteArray());
  }

  private static void assertGuarded(HttpResponse<?> answer) {
    assertThat(header(answer, "Content-Security-Policy")).isEqualTo("sandbox; default-src 'none'");
    assertThat(header(answer, "X-Content-Type-Options")).isEqualTo("nosniff");
    assertThat(header(answer, "Cache-Control")).isEqualTo("no-store");
  }

  private static String header(HttpResponse<?> answer, String name) {
    assertThat(answer.headers().allValues(name)).as(name).hasSize(1);
    return answer.headers().allValues(name).getFirst();
  }

  private static byte[] png() throws IOException {
    var bytes = new ByteArrayOutputStream();
    ImageIO.write(new BufferedImage(40, 30, BufferedImage.TYPE_INT_RGB), "png", bytes);
    return bytes.toByteArray();
  }
}
