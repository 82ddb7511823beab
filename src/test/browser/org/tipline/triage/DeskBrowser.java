package org.tipline.triage;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.BrowserType.LaunchOptions;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.tipline.account.Editors;
import org.tipline.account.NewEditor;
import org.tipline.account.Role;

/** A real browser in which editors sign in, each in a window of their own. */
class DeskBrowser implements AutoCloseable {

  private static final String PASSWORD = "mvua-kubwa-sana-leo";

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

  Page signIn(int port, Editors editors, String name) {
    return signIn(port, editors, name, new NewContextOptions().setViewportSize(1440, 900));
  }

  Page signIn(int port, Editors editors, String name, NewContextOptions options) {
    var address = UUID.randomUUID() + "@desk.example";
    editors.create(new NewEditor(address, name, Set.of(Role.EDITOR), Set.of(), PASSWORD));
    var page = browser.newContext(options.setBaseURL("http://127.0.0.1:" + port)).newPage();
    page.navigate("/sign-in");
    page.fill("#username", address);
    page.fill("#password", PASSWORD);
    page.press("#password", "Enter");
    page.waitForURL("**/desk**");
    return page;
  }

  @Override
  public void close() {
    playwright.close();
  }
}
