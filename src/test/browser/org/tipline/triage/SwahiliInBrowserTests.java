package org.tipline.triage;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.tipline.support.Axe.assertAccessible;

import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.tipline.account.Desks;
import org.tipline.account.Editors;

/** The desk in Kiswahili, in a real browser. */
@DeskTest
class SwahiliInBrowserTests {

  private static DeskBrowser browser;

  @Autowired private Postbox postbox;
  @Autowired private Editors editors;
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

  @ParameterizedTest
  @EnumSource(
      value = ColorScheme.class,
      names = {"LIGHT", "DARK"})
  void everyPageIsAccessibleInKiswahili(ColorScheme scheme) {
    var tip = "/desk/tips/" + postbox.post("Mafuriko, maji yameingia shule");
    var page = swahili(new NewContextOptions().setColorScheme(scheme).setViewportSize(1280, 860));
    for (var path :
        List.of(
            "/desk",
            tip,
            "/desk?state=SNOOZED",
            "/desk?state=ALL&media=yes",
            "/desk/habits",
            "/desk/views",
            "/desk/desks/news",
            "/desk/insights",
            "/account")) {
      page.navigate(path);
      assertAccessible(page);
      shoot(
          page,
          path.equals(tip) ? "tip-" + scheme : path.replaceAll(".*/|[^a-zA-Z]", "") + "-" + scheme);
    }
    page.navigate(tip);
    page.keyboard().press("r");
    assertAccessible(page);
    page.navigate("/desk?state=NONE");
    assertThat(page.locator("main .problem")).containsText("Hakuna hali");
    assertAccessible(page);
    page.context().clearCookies();
    page.navigate("/sign-in?out");
    assertThat(page.locator("h1")).hasText("Ingia");
    assertAccessible(page);
  }

  @Test
  void scriptsSpeakAsThePageDoes() {
    var word = "kw" + System.nanoTime();
    var tip = postbox.post("Maji " + word);
    var page = swahili(new NewContextOptions().setViewportSize(1280, 860));
    var other = browser.signIn(port, editors, desks, "Otieno");
    page.navigate("/desk?q=" + word);
    page.keyboard().press("j");
    page.keyboard().press("x");
    assertThat(page.locator("#picked")).hasText("Yaliyoteuliwa: 1");
    other.navigate("/desk/tips/" + tip);
    assertThat(page.locator(".row .reading")).hasText("Otieno anasoma");
    postbox.post("Moto " + word);
    assertThat(page.locator("#news")).hasText("Dokezo jipya 1");
    page.keyboard().press("a");
    assertThat(page.locator("#undo p")).hasText("Dokezo 1 limekubaliwa");
  }

  @Test
  void longerWordsFitOnAPhone() {
    var tip = "/desk/tips/" + postbox.post("Barabara imefungwa");
    var page = swahili(new NewContextOptions().setViewportSize(320, 700));
    for (var path : List.of("/desk", tip, "/desk/habits")) {
      page.navigate(path);
      assertThat(page.evaluate("document.documentElement.scrollWidth <= innerWidth"))
          .as(path)
          .isEqualTo(true);
      shoot(page, path.equals(tip) ? "tip-phone" : path.replaceAll(".*/", "") + "-phone");
    }
  }

  private Page swahili(NewContextOptions options) {
    var page = browser.signIn(port, editors, desks, "Nekesa", options.setLocale("sw"));
    page.navigate("/desk/habits");
    page.selectOption("main select[name=language]", "sw");
    page.click("main form button");
    assertThat(page.locator("main .said")).hasText("Imehifadhiwa.");
    return page;
  }

  private static void shoot(Page page, String name) {
    page.screenshot(
        new Page.ScreenshotOptions()
            .setPath(Path.of("target", "screenshots", "swahili-" + name + ".png")));
  }
}
