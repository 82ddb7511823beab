package org.tipline.channel.form;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Page;
import org.tipline.support.Axe;
import org.tipline.support.Chromium;

/** A browser on the smallest phone the public pages are made for. */
final class SmallPhone implements AutoCloseable {

  private static final int NARROW = 320;

  private final Chromium chromium = new Chromium();

  static Browser.NewContextOptions options() {
    return new Browser.NewContextOptions().setViewportSize(NARROW, 640).setLocale("en-KE");
  }

  Page open(Browser.NewContextOptions options, int port, String path) {
    var page = chromium.open(options);
    page.navigate("http://127.0.0.1:" + port + path);
    return page;
  }

  static void send(Page page, String answer) {
    page.click("button.main");
    page.waitForSelector(answer);
  }

  static void assertAccessible(Page page) {
    Axe.assertAccessible(page);
    assertThat(page.evaluate("document.documentElement.scrollWidth")).isEqualTo(NARROW);
  }

  @Override
  public void close() {
    chromium.close();
  }
}
