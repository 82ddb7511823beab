package org.tipline.channel.form;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType.LaunchOptions;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** A browser on the smallest phone the public pages are made for. */
final class SmallPhone implements AutoCloseable {

  private static final int NARROW = 320;

  private final Playwright playwright =
      Playwright.create(
          new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
  private final Browser browser =
      playwright
          .chromium()
          .launch(
              new LaunchOptions()
                  .setExecutablePath(Path.of("/usr/bin/chromium"))
                  .setArgs(
                      List.of(
                          "--no-sandbox",
                          "--no-first-run",
                          "--disable-quic",
                          "--disable-background-networking",
                          "--disable-component-update",
                          "--disable-sync")));

  static Browser.NewContextOptions options() {
    return new Browser.NewContextOptions().setViewportSize(NARROW, 640).setLocale("en-KE");
  }

  Page open(Browser.NewContextOptions options, int port, String path) {
    var page = browser.newContext(options).newPage();
    page.navigate("http://127.0.0.1:" + port + path);
    return page;
  }

  static void send(Page page, String answer) {
    page.click("button.main");
    page.waitForSelector(answer);
  }

  static void assertAccessible(Page page) {
    var broken = new ArrayList<String>();
    new AxeBuilder(page)
        .withTags(List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"))
        .analyze()
        .getViolations()
        .forEach(rule -> broken.add(rule.getId() + ": " + rule.getHelp()));
    assertThat(broken).as(page.url()).isEmpty();
    assertThat(page.evaluate("document.documentElement.scrollWidth")).isEqualTo(NARROW);
  }

  @Override
  public void close() {
    playwright.close();
  }
}
