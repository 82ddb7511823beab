package org.tipline.triage;

import static java.util.stream.Collectors.toSet;

import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.Page;
import java.util.Set;
import java.util.UUID;
import org.tipline.account.Desk;
import org.tipline.account.Desks;
import org.tipline.account.Editors;
import org.tipline.account.NewEditor;
import org.tipline.account.Role;
import org.tipline.support.Chromium;

/** A real browser in which editors sign in, each in a window of their own. */
class DeskBrowser implements AutoCloseable {

  private static final String PASSWORD = "mvua-kubwa-sana-leo";

  private final Chromium chromium = new Chromium();

  Page signIn(int port, Editors editors, Desks desks, String name) {
    return signIn(port, editors, desks, name, new NewContextOptions().setViewportSize(1440, 900));
  }

  Page signIn(int port, Editors editors, Desks desks, String name, NewContextOptions options) {
    var address = UUID.randomUUID() + "@desk.example";
    var everywhere = desks.all().stream().map(Desk::id).collect(toSet());
    editors.create(new NewEditor(address, name, Set.of(Role.EDITOR), everywhere, PASSWORD));
    var page = chromium.open(options.setBaseURL("http://127.0.0.1:" + port));
    page.navigate("/sign-in");
    page.fill("#username", address);
    page.fill("#password", PASSWORD);
    page.press("#password", "Enter");
    page.waitForURL("**/desk**");
    return page;
  }

  @Override
  public void close() {
    chromium.close();
  }
}
