package org.tipline.demo;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static com.microsoft.playwright.assertions.PlaywrightAssertions.setDefaultAssertionTimeout;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.tipline.support.Axe.assertAccessible;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Page.ScreenshotOptions;
import com.microsoft.playwright.options.ColorScheme;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.ActiveProfiles;
import org.tipline.account.SignInLinks;
import org.tipline.support.Chromium;
import org.tipline.support.NewsroomTest;

/** A reader on the playground and an editor at the desk, each in a browser of their own. */
@NewsroomTest(properties = "tipline.public-url=http://127.0.0.1")
@ActiveProfiles("demo")
class PlaygroundInBrowserTests implements DemoPorts {

  private static final Path SCREENSHOTS = Path.of("target", "screenshots");

  private static final double PATIENCE_MILLIS = 20_000;

  private static final List<String> COUNTED =
      List.of(
          "x",
          "a".repeat(160),
          "a".repeat(161),
          "€".repeat(81),
          "ş".repeat(70),
          "😀".repeat(36),
          "a".repeat(152) + "€" + "b".repeat(152),
          "“Ng’ombe” — leo… é e\u0301 ÇĞ",
          "[x]{y}~|^\\");

  private static Chromium chromium;

  @Autowired private Hiring hiring;
  @Autowired private SignInLinks links;
  @Autowired private JdbcClient jdbc;
  @LocalServerPort private int port;

  private Page reader;
  private Page editor;

  @BeforeAll
  static void launch() {
    setDefaultAssertionTimeout(PATIENCE_MILLIS);
    chromium = new Chromium();
  }

  @AfterAll
  static void close() {
    chromium.close();
  }

  @BeforeEach
  void come() throws IOException {
    reader = open(wide());
    editor = open(wide());
    var link = links.make(hiring.hire().getFirst().id(), Duration.ofHours(1));
    editor.navigate(at(link.getPath() + "?" + link.getQuery()));
    editor.click("main button");
    editor.waitForURL("**/desk**");
  }

  @ParameterizedTest
  @CsvSource({"sms, wanjiru, Delivered", "whatsapp, wanjiru, Read", "sms, halima, Not delivered"})
  void answerToATextArrivesAndTheDeskSaysHowFar(String by, String as, String state) {
    var words = tip(as, by);

    openTip(words);
    answer("Asante. Ni wapi hasa?");

    assertThat(came("Ni wapi hasa")).hasCount(1);
    assertThat(sent("Ni wapi hasa").locator(".reply-state b")).hasText(state);
    screenshot(reader, "playground-" + by + "-" + as);
    screenshot(editor, "reply-" + by + "-" + as);
  }

  @Test
  void readerAnswersIntoTheSameTip() {
    var words = tip("barasa", "whatsapp");
    openTip(words);
    answer("Asante. Ni wapi hasa?");
    assertThat(came("Ni wapi hasa")).hasCount(1);

    write("Karibu na daraja");

    editor.locator("#changed a").click();
    assertThat(editor.locator("#tip article").last()).containsText("Karibu na daraja");
    assertThat(editor.locator("#tip article", withText(words))).hasCount(1);
  }

  @Test
  void oneTipFromItsFirstWordToTheStory() {
    var words = tip("njeri", "sms");
    var receipt = came("Ref ").innerText();
    var reference = receipt.replaceAll("(?s).*Ref ([0-9A-Z]{3}-[0-9A-Z]{4}).*", "$1");

    write("STATUS " + reference);
    assertThat(came("Ref " + reference + ":")).hasCount(1);

    openTip(words);
    editor.keyboard().press("a");
    assertThat(editor.locator("#undo")).containsText(reference);
    openTip(words);
    editor.keyboard().press("p");
    editor.fill(".tip .act #link", "https://example.org/daraja");
    editor.check(".tip .act input[name=tell]");
    editor.click(".tip .act button[value=publish]");
    assertThat(came("https://example.org/daraja")).hasCount(1);

    write("STOP");
    assertThat(reader.locator("#texts .came").last()).containsText(Pattern.compile("START|ANZA"));
    openTip(words);
    editor.keyboard().press("c");
    assertThat(editor.locator("#reply .hindrance")).containsText("hear nothing more");
    screenshots(reader, "playground-story");
  }

  @Test
  void mailGoesBothWaysInOneThread() {
    var words = "Hati za zabuni " + UUID.randomUUID();
    reader.navigate(at("/demo?as=njeri"));
    mail("Zabuni", words);
    assertThat(reader.locator(".letter.came")).hasCount(1);

    openTip(words);
    answer("Asante. Unaweza kututumia hati?");
    var letter = reader.locator(".letter.came", withText("kututumia hati"));
    assertThat(letter).containsText("Re: Zabuni");
    letter.locator("a").click();
    mail("Re: Zabuni", "Ndiyo, kesho asubuhi.");

    editor.locator("#changed a").click();
    assertThat(editor.locator("#tip article").last()).containsText("Ndiyo, kesho asubuhi.");
    assertThat(editor.locator("#tip article", withText(words))).hasCount(1);
    screenshots(reader, "playground-mail");
  }

  private void mail(String subject, String words) {
    reader.fill("#subject", subject);
    reader.fill("#mail", words);
    reader.click("#compose button");
    assertThat(reader.locator(".letter.mine", withText(words))).hasCount(1);
  }

  private Locator came(String words) {
    return reader.locator("#texts .came", withText(words));
  }

  @Test
  void whatIsTypedIsCountedAndKept() {
    openTip(tip("barasa", "sms"));

    editor.keyboard().press("c");
    assertThat(words()).isFocused();
    words().fill("a".repeat(151));
    assertThat(editor.locator("#reply-count"))
        .hasText("151 of 160, 1 SMS 9 left before a second SMS.");
    words().fill("ş".repeat(71));
    assertThat(editor.locator("#reply-count")).containsText("Goes as 2 SMS.");
    assertThat(editor.locator("#reply .kept")).hasText("Draft kept");
    assertAccessible(editor);
    editor.reload();
    assertThat(words()).hasValue("ş".repeat(71));
    words().fill("");
    editor.selectOption("#reply-canned", "sw.photo");
    editor.click("#reply button[name=add]");
    assertThat(words()).hasValue("Una picha au video yake? Itume tu ikiwa ni salama kwako.");
    screenshots(editor, "reply-box");
    COUNTED.forEach(this::assertCountedAlike);
  }

  /** The script counts as the server does. */
  private void assertCountedAlike(String text) {
    words().fill(text);
    var counted = editor.locator("#reply-count").innerText().strip();
    editor.waitForResponse(
        answer -> answer.request().method().equals("POST") && answer.url().contains("/draft"),
        () -> editor.click("#reply button:text('Keep draft')"));
    editor.reload();
    assertThat(words()).hasValue(text);
    assertThat(editor.locator("#reply-count")).hasText(counted);
  }

  @ParameterizedTest
  @CsvSource({"LIGHT, 1280", "DARK, 1280", "LIGHT, 320", "DARK, 320"})
  void playgroundIsAccessible(ColorScheme scheme, int width) {
    var page =
        open(new Browser.NewContextOptions().setColorScheme(scheme).setViewportSize(width, 900));
    for (var path : List.of("/demo", "/demo?as=halima&by=whatsapp")) {
      page.navigate(at(path));
      assertAccessible(page);
      assertThat(page.evaluate("document.documentElement.scrollWidth")).isEqualTo(width);
    }
    screenshot(page, "playground-" + scheme + "-" + width);
  }

  private String tip(String as, String by) {
    reader.navigate(at("/demo?as=" + as + "&by=" + by));
    var words = "Daraja limevunjika " + UUID.randomUUID();
    write(words);
    return words;
  }

  private void write(String words) {
    reader.fill("#text", words);
    reader.click(".phone button");
    assertThat(reader.locator("#texts .mine").last()).containsText(words);
  }

  /** By its address: what a made-up reader wrote in another test may be part of it. */
  private void openTip(String words) {
    var reference = await().until(() -> reference(words), found -> found.size() == 1).getFirst();
    editor.navigate(at("/desk/tips/" + reference));
    assertThat(editor.locator("#tip article .theirs", withText(words))).hasCount(1);
  }

  private List<String> reference(String words) {
    return jdbc.sql(
            """
            select t.reference from submissions s join tip_submissions ts on ts.submission_id = s.id
            join tips t on t.id = ts.tip_id where s.text = ?
            """)
        .param(words)
        .query(String.class)
        .list();
  }

  private void answer(String words) {
    editor.keyboard().press("c");
    words().fill(words);
    editor.locator("#reply form[data-reply] button.main").dblclick();
    assertThat(sent(words)).hasCount(1);
  }

  private Locator sent(String words) {
    return editor.locator("#tip .reply-sent", withText(words));
  }

  private Locator words() {
    return words(editor);
  }

  private static Page.LocatorOptions withText(String words) {
    return new Page.LocatorOptions().setHasText(words);
  }

  private static Page open(Browser.NewContextOptions options) {
    return chromium.open(options);
  }

  private static Browser.NewContextOptions wide() {
    return new Browser.NewContextOptions().setViewportSize(1280, 900);
  }

  private String at(String path) {
    return "http://127.0.0.1:" + port + path;
  }

  private static void screenshots(Page page, String name) {
    for (var scheme : List.of(ColorScheme.LIGHT, ColorScheme.DARK)) {
      page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(scheme));
      assertAccessible(page);
      screenshot(page, name + "-" + scheme);
    }
    page.setViewportSize(360, 800);
    screenshot(page, name + "-360");
    page.setViewportSize(1280, 900);
  }

  private static Locator words(Page page) {
    return page.locator("#reply-words");
  }

  private static void screenshot(Page page, String name) {
    page.screenshot(new ScreenshotOptions().setPath(SCREENSHOTS.resolve(name + ".png")));
  }
}
