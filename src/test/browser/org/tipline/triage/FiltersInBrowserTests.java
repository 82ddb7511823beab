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
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.tipline.account.Desks;
import org.tipline.account.Editors;

/** The form of filters, in a real browser. */
@DeskTest
class FiltersInBrowserTests {

  private static DeskBrowser browser;

  private final String word = "f" + UUID.randomUUID().toString().replace("-", "");

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

  @Test
  void filtersNarrowInPlaceAndTheAddressBarSaysHow() {
    postbox.post("Maji " + word);
    var taken = postbox.post("Moto " + word);
    var page = browser.signIn(port, editors, desks, "Achieng");
    page.navigate("/desk/tips/" + taken);
    page.keyboard().press("t");
    assertThat(page.locator(".on-it")).hasText("You are on it");
    page.navigate("/desk?q=" + word);
    var loads = new CopyOnWriteArrayList<String>();
    page.onRequest(
        request -> {
          if (request.isNavigationRequest()) {
            loads.add(request.url());
          }
        });

    page.click(".filters summary");
    page.selectOption(".filters [name=holder]", "me");
    assertAccessible(page);
    shoot(page, "filters");
    page.click(".filters button");

    assertThat(page.locator(".row")).hasCount(1);
    assertThat(page.locator(".row .reference")).hasText(taken);
    assertThat(page.url()).endsWith("/desk?q=" + word + "&holder=me");
    assertThat(page.locator(".filters summary")).hasText("Filters: 1");
    page.click(".filters summary");
    page.click(".filters p a");
    assertThat(page.locator(".row")).hasCount(2);
    assertThat(page.url()).endsWith("/desk?q=" + word);
    assertThat(loads).isEmpty();
  }

  @ParameterizedTest
  @EnumSource(
      value = ColorScheme.class,
      names = {"LIGHT", "DARK"})
  void viewIsSavedOpenedRenamedAndDeletedByKeyboard(ColorScheme scheme) {
    postbox.post("Maji " + word);
    var page =
        browser.signIn(
            port,
            editors,
            desks,
            "Wanjiru",
            new NewContextOptions().setColorScheme(scheme).setViewportSize(1440, 900));
    page.navigate("/desk?holder=nobody");
    page.focus(".filters summary");
    page.keyboard().press("Enter");
    page.focus(".filters .save input[name=name]");
    page.keyboard().type("Nobody yet");
    page.keyboard().press("Enter");
    var view = page.locator("#rail a:has(bdi)");
    assertThat(view).containsText("Nobody yet");
    assertAccessible(page);
    shoot(page, "view-" + scheme);

    page.navigate("/desk");
    view.press("Enter");
    assertThat(page.locator("#rail a:has(bdi)[aria-current=page]")).hasCount(1);
    assertThat(page.locator(".filters summary")).hasText("Filters: 1");
    page.navigate("/desk/views");
    assertAccessible(page);
    shoot(page, "views-" + scheme);
    page.fill(".views input[name=name]", "Untouched");
    page.keyboard().press("Enter");
    assertThat(page.locator(".views h2")).hasText("Untouched");
    page.focus(".views section form:last-child button");
    page.keyboard().press("Enter");
    assertThat(page.locator(".views section")).hasCount(0);
  }

  @Test
  void filtersFitOnAPhone() {
    postbox.post("Maji " + word);
    var page =
        browser.signIn(
            port, editors, desks, "Achieng", new NewContextOptions().setViewportSize(320, 700));
    page.navigate("/desk?q=" + word + "&holder=nobody");
    assertThat(page.locator(".row")).hasCount(1);
    assertThat(page.evaluate("document.documentElement.scrollWidth <= innerWidth")).isEqualTo(true);
    page.click(".filters summary");
    assertThat(page.evaluate("document.documentElement.scrollWidth <= innerWidth")).isEqualTo(true);
    shoot(page, "filters-phone");
  }

  private static void shoot(Page page, String name) {
    page.screenshot(
        new Page.ScreenshotOptions()
            .setPath(Path.of("target", "screenshots", "desk-" + name + ".png")));
  }
}
