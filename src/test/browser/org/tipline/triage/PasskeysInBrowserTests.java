package org.tipline.triage;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.tipline.support.Axe.assertAccessible;

import com.google.gson.JsonParser;
import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.tipline.account.Editor;
import org.tipline.account.Editors;
import org.tipline.account.NewEditor;
import org.tipline.account.Role;
import org.tipline.support.Chromium;

/** Passkeys in a real browser, with an authenticator that Chromium plays. */
@DeskTest
class PasskeysInBrowserTests {

  private static final String PASSWORD = "mvua-kubwa-sana-leo";
  private static final String AUTHENTICATOR =
      """
      {"options": {"protocol": "ctap2", "transport": "internal", "hasResidentKey": true,
        "hasUserVerification": true, "isUserVerified": true, "automaticPresenceSimulation": true}}
      """;

  @Autowired private Editors editors;

  @LocalServerPort private int port;

  private Chromium chromium;
  private Editor editor;

  /** The newsroom's address has no port, and the server's is known only now. */
  @BeforeEach
  void launch() {
    chromium = new Chromium(List.of("--host-resolver-rules=MAP localhost 127.0.0.1:" + port));
    var address = UUID.randomUUID() + "@desk.example";
    editor =
        editors.create(
            new NewEditor(
                address, "Achieng", Set.of(Role.EDITOR, Role.ADMIN), Set.<UUID>of(), PASSWORD));
  }

  @AfterEach
  void close() {
    chromium.close();
  }

  @Test
  void editorAddsAPasskeyAndSignsInByItByPasswordAndByCode() {
    var page = open(new NewContextOptions().setViewportSize(1280, 900));
    plugIn(page);
    password(page);
    page.navigate("/account");
    page.fill("#label", "Simu yangu");
    page.click("form[data-passkey] button");
    var codes = page.locator(".codes").textContent().split("\n");
    assertThat(codes).hasSize(10);
    look(page, "codes");
    page.click("text=I have them");
    assertThat(page.locator(".passkeys b")).hasText("Simu yangu");
    look(page, "account-with-one");

    signOut(page);
    look(page, "sign-in");
    page.click("text=Sign in with a passkey");
    page.waitForURL("**/desk");

    signOut(page);
    password(page);
    assertThat(page.locator("h1")).hasText("One more step");
    look(page, "second");
    page.click("text=Use my passkey");
    page.waitForURL("**/desk");

    codeWorksOnceWithoutScripts(codes[0]);
    page.navigate("/admin/editors");
    page.click("tr:has-text('" + editor.email() + "') summary:has-text('Lost passkey')");
    look(page, "editors");
    speakKiswahili(page);
    page.navigate("/account");
    assertThat(page.locator("#passkeys-title")).hasText("Funguo-siri");
    look(page, "account-sw");
    page.click(".passkeys button");
    assertThat(page.locator(".passkeys")).hasCount(0);
  }

  private void codeWorksOnceWithoutScripts(String code) {
    var page = open(new NewContextOptions().setJavaScriptEnabled(false));
    password(page);
    page.fill("#code", code);
    page.click("text=Use the code");
    page.waitForURL("**/desk");
    signOut(page);
    password(page);
    page.fill("#code", code);
    page.click("text=Use the code");
    assertThat(page.locator("[role=alert]:visible")).containsText("it has been used");
  }

  private static void speakKiswahili(Page page) {
    page.navigate("/desk/habits");
    page.selectOption("main select[name=language]", "sw");
    page.click("main form button");
    assertThat(page.locator("main .said")).hasText("Imehifadhiwa.");
  }

  private Page open(NewContextOptions options) {
    var page = chromium.open(options.setBaseURL("http://localhost"));
    page.setDefaultTimeout(20_000);
    return page;
  }

  /** https://chromedevtools.github.io/devtools-protocol/tot/WebAuthn/. */
  private static void plugIn(Page page) {
    var devTools = page.context().newCDPSession(page);
    devTools.send("WebAuthn.enable");
    devTools.send(
        "WebAuthn.addVirtualAuthenticator",
        JsonParser.parseString(AUTHENTICATOR).getAsJsonObject());
  }

  private void password(Page page) {
    page.navigate("/sign-in");
    page.fill("#username", editor.email());
    page.fill("#password", PASSWORD);
    page.press("#password", "Enter");
    page.waitForURL(url -> !url.endsWith("/sign-in"));
  }

  private static void signOut(Page page) {
    page.context().clearCookies();
    page.navigate("/sign-in");
  }

  /** Light and dark, wide and on a phone. */
  private static void look(Page page, String name) {
    for (var scheme : List.of(ColorScheme.LIGHT, ColorScheme.DARK)) {
      page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(scheme));
      shoot(page, name + "-" + scheme);
      assertAccessible(page);
    }
    page.setViewportSize(360, 800);
    shoot(page, name + "-phone");
    assertThat(page.evaluate("document.documentElement.scrollWidth <= innerWidth"))
        .as(name)
        .isEqualTo(true);
    page.setViewportSize(1280, 900);
  }

  private static void shoot(Page page, String name) {
    page.screenshot(
        new Page.ScreenshotOptions()
            .setFullPage(true)
            .setPath(Path.of("target", "screenshots", "passkeys-" + name + ".png")));
  }
}
