package org.tipline.triage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tipline.support.Axe.assertAccessible;

import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.tipline.account.Desks;
import org.tipline.account.Editors;
import org.tipline.account.NewEditor;
import org.tipline.account.Role;
import org.tipline.account.SeatRole;
import org.tipline.support.Chromium;

/**
 * Pages that no other test looks at with a browser: the administrator's, and who sits at a desk.
 */
@DeskTest
class EveryPageInBrowserTests {

  private static final String PASSWORD = "mvua-kubwa-sana-leo";

  @Autowired private Editors editors;
  @Autowired private Desks desks;

  @LocalServerPort private int port;

  @Test
  void everyPageIsAccessibleAndFitsAPhone() {
    desks.open("long", "The desk of Mafuriko-na-maporomoko-ya-ardhi-na-barabara-zote");
    var lead =
        new NewEditor(
            UUID.randomUUID() + "@desk.example",
            "Achieng",
            Set.of(Role.EDITOR, Role.ADMIN),
            Map.of(desks.first().id(), SeatRole.LEAD),
            PASSWORD);
    var id = editors.create(lead).id();
    try (var chromium = new Chromium()) {
      var page = signIn(chromium, lead.email());
      for (var path :
          List.of(
              "/admin",
              "/admin/channels",
              "/admin/deliveries",
              "/admin/editors",
              "/admin/editors/" + id + "/seats",
              "/admin/invitations",
              "/admin/keys",
              "/admin/notices",
              "/admin/replies",
              "/admin/tokens",
              "/desk/desks/news/members")) {
        look(page, path);
      }
    }
  }

  private Page signIn(Chromium chromium, String address) {
    var page =
        chromium.open(
            new NewContextOptions()
                .setViewportSize(1280, 900)
                .setBaseURL("http://127.0.0.1:" + port));
    page.navigate("/sign-in");
    page.fill("#username", address);
    page.fill("#password", PASSWORD);
    page.press("#password", "Enter");
    page.waitForURL(url -> !url.endsWith("/sign-in"));
    return page;
  }

  private static void look(Page page, String path) {
    assertThat(page.navigate(path).status()).as(path).isEqualTo(200);
    for (var scheme : List.of(ColorScheme.LIGHT, ColorScheme.DARK)) {
      page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(scheme));
      assertAccessible(page);
      shoot(page, path + "-" + scheme);
    }
    page.setViewportSize(360, 800);
    assertThat(page.evaluate("document.documentElement.scrollWidth <= innerWidth"))
        .as(path)
        .isEqualTo(true);
    shoot(page, path + "-phone");
    page.setViewportSize(1280, 900);
  }

  private static void shoot(Page page, String name) {
    page.screenshot(
        new Page.ScreenshotOptions()
            .setFullPage(true)
            .setPath(Path.of("target", "screenshots", "page" + name.replace('/', '-') + ".png")));
  }
}
