package org.tipline;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Page.ScreenshotOptions;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tipline.support.Chromium;
import org.tipline.support.FormReader;
import org.tipline.support.MailSender;
import org.tipline.support.PackagedTipline;
import org.tipline.support.TwilioCaller;

/** An editor's first minutes at the packaged application, in a real browser. */
class DeskBrowserIT {

  private static final String ACCOUNT = "AC0123456789abcdef0123456789abcdef";
  private static final String TOKEN = "0123456789abcdef0123456789abcdef";
  private static final String PASSWORD = "mvua-kubwa-Budalangi-42";

  @TempDir static Path folder;

  private static PackagedTipline tipline;
  private static Chromium chromium;

  @BeforeAll
  static void start() throws Exception {
    tipline =
        new PackagedTipline(
            folder,
            Map.of(
                "TIPLINE_ADMIN_EMAIL", "otieno@example.org",
                "TIPLINE_ADMIN_PASSWORD", PASSWORD,
                "TIPLINE_TWILIO_ACCOUNTSID", ACCOUNT,
                "TIPLINE_TWILIO_AUTHTOKEN", TOKEN,
                "TIPLINE_CHANNELS_TWILIOSMS_NUMBER", "25170",
                "TIPLINE_CHANNELS_TWILIOWHATSAPP_NUMBER", "+254743570000",
                "TIPLINE_CHANNELS_EMAIL_ADDRESS", "wananchi@example.org"));
    chromium = new Chromium();
  }

  @AfterAll
  static void stop() {
    chromium.close();
    tipline.close();
  }

  @Test
  void editorSignsInSeesATipArriveClaimsItAndAccepts() throws Exception {
    sendForm("Hakuna maji Pipeline estate kwa wiki mbili sasa");
    sendMail("Three companies, one address. I can explain how I got these.");
    sendTwilio(
        "twilio-whatsapp", "whatsapp:+254199000002", "Mafuriko Budalang’i, maji yameingia shule");
    var page = signIn();
    assertThat(page.locator(".row")).hasCount(3);

    sendTwilio("twilio-sms", "+254199000001", "<img src=x onerror=alert(1)> Ajali mbaya Naivasha");
    assertThat(page.locator(".row")).hasCount(4);
    page.screenshot(new ScreenshotOptions().setPath(Path.of("target", "screenshots", "queue.png")));

    page.locator(".row", new Page.LocatorOptions().setHasText("Naivasha")).click();
    assertThat(page.locator("article .theirs").first())
        .containsText("<img src=x onerror=alert(1)>");
    page.keyboard().press("t");
    assertThat(page.locator(".act")).containsText("Let go");
    page.keyboard().press("a");
    assertThat(page.locator("#undo")).containsText("accepted");
    page.navigate(tipline.base() + "/desk");
    assertThat(page.locator(".row")).hasCount(3);
  }

  private static Page signIn() {
    var page = chromium.open(new Browser.NewContextOptions().setViewportSize(1440, 900));
    page.navigate(tipline.base() + "/desk");
    page.fill("#username", "otieno@example.org");
    page.fill("#password", PASSWORD);
    page.press("#password", "Enter");
    page.waitForURL("**/desk**");
    return page;
  }

  private static void sendTwilio(String channel, String from, String text) throws Exception {
    new TwilioCaller(tipline.base(), tipline.base().toString(), ACCOUNT, TOKEN)
        .message(channel, TwilioCaller.messageSid(), from, text, Map.of());
  }

  private static void sendForm(String text) throws Exception {
    var reader = new FormReader(tipline.base());
    var fields = new LinkedHashMap<>(reader.hiddenFields());
    fields.put("text", text);
    fields.put("place", "Pipeline, Embakasi");
    reader.post(fields, Map.of());
  }

  private static void sendMail(String text) throws Exception {
    new MailSender(tipline.smtpPort())
        .send(
            "wanjiru@example.net",
            "wananchi@example.org",
            "From: Wanjiru <wanjiru@example.net>\r\nSubject: Tender documents\r\n\r\n"
                + text
                + "\r\n");
  }
}
