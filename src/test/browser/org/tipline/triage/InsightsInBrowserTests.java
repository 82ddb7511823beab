package org.tipline.triage;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.tipline.support.Axe.assertAccessible;

import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.nio.file.Path;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
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

/** Looking back in a real browser: charts where scripts run, tables everywhere. */
@DeskTest
class InsightsInBrowserTests {

  private static DeskBrowser browser;

  private final String name = "Achieng " + UUID.randomUUID();

  @Autowired private Postbox postbox;
  @Autowired private Desks desks;
  @Autowired private Editors editors;

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
  void tips() {
    postbox.post("Mafuriko Budalang’i");
    postbox.post("Ajali Naivasha");
  }

  @ParameterizedTest
  @EnumSource(
      value = ColorScheme.class,
      names = {"LIGHT", "DARK"})
  void everyTableOverTimeHasItsChartAndNothingIsRefused(ColorScheme scheme) {
    var refused = new CopyOnWriteArrayList<String>();
    var page = open(new NewContextOptions().setViewportSize(1280, 900).setColorScheme(scheme));
    page.onConsoleMessage(
        message -> {
          if (message.text().contains("Content Security Policy")) {
            refused.add(message.text());
          }
        });
    page.onPageError(refused::add);
    page.navigate("/desk/insights");

    assertThat(page.locator(".insights section")).hasCount(5);
    assertThat(page.locator(".chart[aria-hidden=true] canvas")).hasCount(2);
    assertThat(page.locator("table[data-shape]").first()).isHidden();
    shoot(page, "insights-" + scheme);
    assertThat(refused).isEmpty();
    assertAccessible(page);
  }

  @Test
  void withoutScriptsTheTablesAreThere() {
    var page = open(new NewContextOptions().setJavaScriptEnabled(false));
    page.navigate("/desk/insights");

    assertThat(page.locator("table[data-shape]")).hasCount(2);
    assertThat(page.locator("table[data-shape]").first()).isVisible();
    assertThat(page.locator("canvas")).hasCount(0);
  }

  @Test
  void fitsAPhone() {
    var page = open(new NewContextOptions().setViewportSize(320, 700));
    page.navigate("/desk/insights");

    assertThat(page.locator(".chart canvas")).hasCount(2);
    assertThat(page.evaluate("document.documentElement.scrollWidth <= innerWidth")).isEqualTo(true);
    shoot(page, "insights-phone");
    assertAccessible(page);
  }

  @Test
  void libraryIsLoadedHereAndNowhereElse() {
    var page = open(new NewContextOptions());
    assertThat(page.locator("[src*=uplot], [href*=uplot]")).hasCount(0);
    page.locator(".rail a[href='/desk/insights']").click();
    assertThat(page.locator("[src*=uplot]")).hasCount(1);
  }

  private Page open(NewContextOptions options) {
    return browser.signIn(port, editors, desks, name, options);
  }

  private static void shoot(Page page, String name) {
    page.screenshot(
        new Page.ScreenshotOptions()
            .setFullPage(true)
            .setPath(Path.of("target", "screenshots", name + ".png")));
  }
}
