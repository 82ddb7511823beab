package org.tipline.support;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType.LaunchOptions;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Debian's Chromium, without a window, that calls nobody by itself. */
public final class Chromium implements AutoCloseable {

  private static final List<String> QUIET =
      List.of(
          "--no-sandbox",
          "--no-first-run",
          "--disable-quic",
          "--disable-background-networking",
          "--disable-component-update",
          "--disable-sync");

  private final Playwright playwright =
      Playwright.create(
          new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
  private final Browser browser;

  public Chromium() {
    this(List.of());
  }

  /** With more switches of the command line. */
  public Chromium(List<String> switches) {
    var all = Stream.concat(QUIET.stream(), switches.stream()).toList();
    browser =
        playwright
            .chromium()
            .launch(
                new LaunchOptions().setExecutablePath(Path.of("/usr/bin/chromium")).setArgs(all));
  }

  /** A window of its own, with cookies of its own. */
  public Page open(Browser.NewContextOptions options) {
    return browser.newContext(options).newPage();
  }

  @Override
  public void close() {
    playwright.close();
  }
}
