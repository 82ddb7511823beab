package org.tipline.triage;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.tipline.support.Axe.assertAccessible;

import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import com.microsoft.playwright.options.ColorScheme;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.zip.GZIPOutputStream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.tipline.account.Desks;
import org.tipline.account.Editors;
import org.tipline.account.Sight;
import org.tipline.channel.Details;
import org.tipline.channel.IncomingFile;
import org.tipline.channel.Location;
import org.tipline.channel.Mark;
import org.tipline.moderation.Queue;
import org.tipline.moderation.TipFacets;
import org.tipline.moderation.TipFilter;
import org.tipline.moderation.TipRow;
import org.tipline.moderation.TipState;

/** What editors see and do in a real browser. */
@DeskTest
class DeskInBrowserTests {

  private static DeskBrowser browser;

  /** A word nobody else's tip has, so that the list is ours alone. */
  private final String word = "w" + UUID.randomUUID().toString().replace("-", "");

  private final String list = "/desk?q=" + word;

  @Autowired private Postbox postbox;
  @Autowired private Editors editors;
  @Autowired private Queue queue;
  @Autowired private Desks desks;

  @LocalServerPort private int port;

  @BeforeAll
  static void launch() {
    browser = new DeskBrowser();
  }

  @AfterAll
  static void close() {
    browser.close();
  }

  @BeforeEach
  void secondDesk() {
    desks.open("western", "Western");
  }

  @Test
  void editorClearsThirtyMixedTipsByKeyboardAlone() throws IOException {
    var tips = thirtyTips();
    var page = signIn("Achieng");
    var loads = new CopyOnWriteArrayList<String>();
    var refused = new CopyOnWriteArrayList<String>();
    page.onConsoleMessage(
        message -> {
          if (message.text().contains("Content Security Policy")) {
            refused.add(message.text());
          }
        });
    page.navigate(list);
    page.onRequest(
        request -> {
          if (request.isNavigationRequest()) {
            loads.add(request.url());
          }
        });
    page.keyboard().press("Enter");
    assertThat(title(page)).hasText(tips.getFirst());

    for (var n = 0; n < tips.size(); n++) {
      assertThat(title(page)).hasText(tips.get(n));
      assertThat(page.locator("body :focus")).hasCount(1);
      clear(page, n % 6);
      assertThat(page.locator("#undo p")).containsText(tips.get(n));
    }

    assertThat(title(page)).hasText("Nothing here");
    assertThat(page.locator(".row")).hasCount(0);
    assertThat(loads).isEmpty();
    assertThat(refused).isEmpty();
    assertThat(count(TipState.ACCEPTED)).isEqualTo(10);
    assertThat(count(TipState.REJECTED)).isEqualTo(10);
    assertThat(count(TipState.SPAM)).isEqualTo(5);
    assertThat(queue.page(Sight.EVERYWHERE, snoozed(), null, 50).tips()).hasSize(5);
  }

  /** Accept, reject, spam, put off, take and accept, tag and move (which leaves it to Western). */
  private static void clear(Page page, int kind) {
    var keys = page.keyboard();
    switch (kind) {
      case 0 -> keys.press("a");
      case 1 -> {
        keys.press("r");
        keys.press("Enter");
      }
      case 2 -> keys.press("s");
      case 3 -> {
        keys.press("z");
        keys.press("ArrowDown");
        keys.press("Enter");
      }
      case 4 -> {
        keys.press("t");
        assertThat(page.locator(".on-it")).hasText("You are on it");
        keys.press("a");
      }
      default -> {
        keys.press("l");
        keys.type("floods");
        keys.press("Enter");
        assertThat(page.locator(".tip > header .tag span")).hasText("floods");
        keys.press("s");
        assertThat(page.locator("#undo p")).containsText("spam");
        keys.press("u");
        assertThat(page.locator("#undo p")).containsText("is as it was");
        keys.press("r");
        keys.press("ArrowDown");
        keys.press("Enter");
      }
    }
  }

  @Test
  void nothingFiresWhileTypingOrWhenKeysAreOff() {
    var tip = postbox.post("Maji " + word);
    var page = signIn("Achieng");
    page.navigate("/desk/tips/" + tip + "?q=" + word);
    page.keyboard().press("n");
    page.keyboard().type("as xrasp jk @nobody");
    assertThat(page.locator("#text")).hasValue("as xrasp jk @nobody");
    page.keyboard().press("Escape");
    assertThat(page.locator("#text")).isHidden();
    page.keyboard().press("/");
    page.keyboard().type("saturn");
    assertThat(title(page)).hasText(tip);

    page.navigate("/desk/habits");
    page.uncheck("main input[name=keys]");
    page.click("main button");
    page.navigate("/desk/tips/" + tip + "?q=" + word);
    page.keyboard().press("s");
    page.keyboard().press("a");
    assertThat(page.locator(".act kbd").first()).isHidden();
    assertThat(row(tip).state()).isEqualTo(TipState.WAITING);
  }

  @Test
  void selectionIsActedOnAtOnceAndUndone() {
    for (var n = 0; n < 5; n++) {
      postbox.post(n + " " + word);
    }
    var page = signIn("Achieng");
    page.navigate(list);
    page.keyboard().press("j");
    page.keyboard().press("x");
    page.keyboard().press("j");
    page.keyboard().press("x");
    assertThat(page.locator("#picked")).hasText("2 selected");
    page.keyboard().press("a");
    assertThat(page.locator("#undo p")).hasText("2 tips accepted");
    assertThat(page.locator(".row")).hasCount(3);
    assertThat(page.locator(".bulk")).isHidden();
    page.keyboard().press("u");
    assertThat(page.locator("#undo p")).hasText("2 tips are as they were");
    assertThat(page.locator(".row")).hasCount(5);

    page.keyboard().press("Shift+X");
    assertThat(page.locator("#picked")).hasText("5 selected");
    page.keyboard().press("l");
    page.keyboard().type("floods");
    page.keyboard().press("Enter");
    assertThat(page.locator("#undo p")).hasText("5 tips tagged");
    assertThat(page.locator(".row .chip.tag")).hasCount(5);
    page.keyboard().press("Shift+X");
    page.keyboard().press("m");
    assertThat(page.locator("#undo p")).containsText("Merged into");
    assertThat(page.locator(".row")).hasCount(1);
  }

  @Test
  void undoGoesAwayAfterItsTenSeconds() {
    postbox.post("tena " + word);
    var page = signIn("Achieng");
    page.clock().install();
    page.navigate(list);
    page.locator(".row > a").click();
    page.locator(".act [data-key=a]").click();
    assertThat(page.locator("#undo button")).isVisible();
    page.clock().runFor(11_000);
    assertThat(page.locator("#undo")).isHidden();
  }

  @Test
  void phoneShowsOneColumnAtATime() throws IOException {
    var tip = tipWithEverything();
    var page =
        browser.signIn(
            port, editors, desks, "Achieng", new NewContextOptions().setViewportSize(320, 640));
    page.navigate(list);
    assertThat(page.locator(".tip")).isHidden();
    assertNoSidewaysScroll(page);
    page.locator(".row > a").click();
    assertThat(title(page)).hasText(tip);
    assertThat(page.locator(".queue")).isHidden();
    assertThat(page.locator(".act [data-key=a]")).isInViewport();
    assertNoSidewaysScroll(page);
    page.locator(".act [data-key=a]").click();
    assertThat(page.locator("#undo p")).containsText("accepted");
    shoot(page, "phone");
    page.goBack();
    assertThat(title(page)).hasText(tip);
    page.locator(".photo summary").first().click();
    page.locator("a.whole").first().click();
    assertThat(page.locator("#viewer img")).isVisible();
  }

  @Test
  void everythingWorksWithJavaScriptOff() {
    var tip = postbox.post("bila " + word);
    var other = postbox.post("script " + word);
    var page =
        browser.signIn(
            port, editors, desks, "Achieng", new NewContextOptions().setJavaScriptEnabled(false));
    page.navigate(list);
    page.locator(".row > a").first().click();
    assertThat(title(page)).hasText(tip);
    page.locator(".act summary[data-key=r]").click();
    page.fill("#reason", "old");
    page.click("text=Mark not used >> visible=true");
    assertThat(title(page)).hasText(other);
    assertThat(page.locator("#undo p")).hasText(tip + " rejected");
    page.click("#undo button");
    assertThat(page.locator("#undo p")).hasText(tip + " is as it was");
    page.locator(".row input").first().check();
    page.locator(".row input").nth(1).check();
    page.locator(".bulk [value=spam]").click();
    assertThat(page.locator("#undo p")).hasText("2 tips marked as spam");
  }

  @ParameterizedTest
  @EnumSource(names = {"LIGHT", "DARK"})
  void everyPageIsAccessible(ColorScheme scheme) throws IOException {
    var tip = tipWithEverything();
    postbox.post("pili " + word);
    var page =
        browser.signIn(
            port,
            editors,
            desks,
            "Achieng",
            new NewContextOptions().setViewportSize(1440, 900).setColorScheme(scheme));
    page.navigate(list);
    assertAccessible(page);
    page.keyboard().press("Enter");
    assertThat(title(page)).hasText(tip);
    page.locator(".photo summary").first().click();
    assertAccessible(page);
    for (var key : List.of("r", "z", "d", "g", "n", "l", "m")) {
      page.keyboard().press(key);
      assertThat(page.locator(".act details[open]")).hasCount(1);
      assertAccessible(page);
      page.keyboard().press("Escape");
    }
    page.keyboard().press("x");
    page.keyboard().press("r");
    assertAccessible(page);
    shoot(page, "bulk-" + scheme);
    page.keyboard().press("Escape");
    page.keyboard().press("Escape");
    page.keyboard().press("a");
    assertThat(page.locator("#undo p")).containsText("accepted");
    assertAccessible(page);
    shoot(page, "next-" + scheme);
    page.navigate("/desk/tips/" + tip + "?q=" + word);
    shoot(page, "tip-" + scheme);
    page.keyboard().press("?");
    assertAccessible(page);
    shoot(page, "help-" + scheme);
    page.navigate("/desk/habits");
    assertAccessible(page);
    page.navigate("/desk/desks/western");
    assertAccessible(page);
  }

  @Test
  void mediaStayCoveredUntilAskedForAndGraphicForEveryone() throws IOException {
    var tip = tipWithEverything();
    var page = signIn("Achieng");
    page.navigate("/desk/habits");
    page.uncheck("main input[name=covers]");
    page.click("main button");
    page.navigate("/desk/tips/" + tip);
    assertThat(page.locator(".photo img").first()).isVisible();
    page.locator("a.whole").first().click();
    assertThat(page.locator("#viewer img")).isVisible();
    page.keyboard().press("Escape");
    page.click("text=Mark as graphic");
    assertThat(page.locator(".photo.graphic img")).isHidden();

    var otieno = signIn("Otieno");
    otieno.navigate("/desk/tips/" + tip);
    assertThat(otieno.locator(".photo.graphic .show")).hasText("Graphic: show it");
    assertThat(otieno.locator(".photo img").first()).isHidden();
  }

  @Test
  void firstLoadIsSmall() {
    postbox.post("ndogo " + word);
    var page = signIn("Achieng");
    var responses = new CopyOnWriteArrayList<Response>();
    page.onResponse(responses::add);
    page.navigate(list);
    assertThat(page.locator(".row")).hasCount(1);
    var loaded =
        responses.stream()
            .filter(response -> !response.url().contains("/desk/events"))
            .filter(response -> response.status() == 200)
            .toList();
    assertThat(gzipped(page, loaded)).isBetween(20_000, 150_000);
    var scripts = loaded.stream().filter(response -> response.url().endsWith(".js")).toList();
    assertThat(gzipped(page, scripts)).isBetween(16_000, 60_000);
  }

  private List<String> thirtyTips() throws IOException {
    var tips = new ArrayList<String>();
    for (var n = 0; n < 30; n++) {
      tips.add(
          n % 10 == 9
              ? tipWithEverything()
              : postbox.post(n % 7 == 3 ? word : "Habari " + n + " " + word));
    }
    return tips;
  }

  private String tipWithEverything() throws IOException {
    var details =
        new Details(
            "Flood " + word,
            "> On Monday the desk wrote",
            "Budalang’i",
            new Location(0.1287, 33.9836, "Shule", "Busia"),
            null,
            EnumSet.of(Mark.FORWARDED));
    return postbox.post(
        Postbox.someone(),
        "Mafuriko, maji yameingia kwa shule ya msingi. " + word,
        details,
        new IncomingFile.Enclosed(png(), "shule.png", "image/png"),
        new IncomingFile.Enclosed(new byte[] {1, 2, 3}, "nyaraka.bin", null));
  }

  private Page signIn(String name) {
    return browser.signIn(port, editors, desks, name);
  }

  private static Locator title(Page page) {
    return page.locator("#tip-title");
  }

  private TipRow row(String reference) {
    return queue.row(Sight.EVERYWHERE, reference).orElseThrow();
  }

  private int count(TipState state) {
    return queue
        .page(Sight.EVERYWHERE, new TipFilter(false, state, null, null, word), null, 50)
        .tips()
        .size();
  }

  private TipFilter snoozed() {
    return new TipFilter(false, null, null, null, word, null, false, true, TipFacets.ALL, false);
  }

  private static void assertNoSidewaysScroll(Page page) {
    assertThat(page.evaluate("document.documentElement.scrollWidth <= innerWidth")).isEqualTo(true);
  }

  private static void shoot(Page page, String name) {
    page.screenshot(
        new Page.ScreenshotOptions()
            .setPath(Path.of("target", "screenshots", "desk-" + name + ".png")));
  }

  private static byte[] png() throws IOException {
    var bytes = new ByteArrayOutputStream();
    ImageIO.write(new BufferedImage(400, 300, BufferedImage.TYPE_INT_RGB), "png", bytes);
    return bytes.toByteArray();
  }

  /** Asked for anew: the browser may have let go of the body of what it has loaded. */
  private static int gzipped(Page page, List<Response> responses) {
    return responses.stream()
        .mapToInt(response -> gzipped(page.request().get(response.url()).body()))
        .sum();
  }

  private static int gzipped(byte[] body) {
    var bytes = new ByteArrayOutputStream();
    try (var out = new GZIPOutputStream(bytes)) {
      out.write(body);
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
    return bytes.size();
  }
}
