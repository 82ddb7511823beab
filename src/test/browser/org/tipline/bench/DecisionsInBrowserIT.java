package org.tipline.bench;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.Page;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tipline.support.Chromium;

/**
 * How long an editor waits from a key to the next tip, in a real browser, with 100,000 tips: {@code
 * mvn verify -Pbench -Dit.test=DecisionsInBrowserIT}. Browser, application and PostgreSQL share the
 * machine.
 */
@Tag("bench")
class DecisionsInBrowserIT {

  private static final int TIPS = 100_000;
  private static final int OPEN = 3_000;
  private static final int WARM_UP = 20;

  /** Whoever decides has read for at least so long. */
  private static final int READING_MILLIS = 1_000;

  /** Until the frame that has the next tip's words is on its way to the screen. */
  private static final String WATCH =
      """
      () => {
        const title = () => [...document.querySelectorAll('section.tip')]
          .filter(tip => tip.checkVisibility() && tip.querySelector('article .theirs')?.checkVisibility())
          .map(tip => tip.querySelector('h1').textContent)[0];
        window.shown = new Promise(resolve => document.addEventListener('keydown', event => {
          const before = title();
          const watch = new MutationObserver(() => {
            if ([undefined, before].includes(title())) return;
            watch.disconnect();
            requestAnimationFrame(() => {
              const painted = new MessageChannel();
              painted.port1.onmessage = () => resolve(performance.now() - event.timeStamp);
              painted.port2.postMessage('');
            });
          });
          watch.observe(document.body, { subtree: true, childList: true, attributes: true, attributeFilter: ['hidden'] });
        }, { once: true, capture: true }));
      }
      """;

  @TempDir static Path folder;

  @Test
  void fromKeyToNextTip() throws Exception {
    assumeTrue(Sizes.wants("decisions"));
    var table = new Table();
    try (var site = new Site(folder.resolve("site"), Map.of());
        var chromium = new Chromium()) {
      fill(new Seed(site.sql()));
      var page = signIn(site, chromium);
      decide(page, WARM_UP);
      add(table, "from key to next tip", decide(page, Sizes.number("decisions", 50, 50)));
      page.route("**/desk/ahead/**", route -> route.abort());
      decide(page, 2);
      add(
          table,
          "the same, nothing fetched ahead",
          decide(page, Sizes.number("decisions", 50, 50)));
    }
    table.print();
  }

  private static void fill(Seed seed) {
    seed.editors(1);
    seed.archive(TIPS - OPEN);
    seed.waiting(OPEN);
    seed.settle();
  }

  private static Page signIn(Site site, Chromium chromium) {
    var page =
        chromium.open(
            new NewContextOptions()
                .setViewportSize(1440, 900)
                .setBaseURL(site.gateway().base().toString()));
    page.setDefaultTimeout(60_000);
    page.navigate("/desk");
    page.fill("#username", "editor1@desk.example");
    page.fill("#password", Site.PASSWORD);
    page.press("#password", "Enter");
    page.waitForURL("**/desk**");
    page.navigate(
        "/desk/tips/" + page.locator("[data-reference]").first().getAttribute("data-reference"));
    return page;
  }

  private static List<Double> decide(Page page, int tips) {
    return IntStream.range(0, tips).mapToObj(_ -> decide(page)).toList();
  }

  private static double decide(Page page) {
    var tip = page.locator("#tip[data-reference] h1").textContent();
    page.waitForTimeout(READING_MILLIS);
    page.evaluate(WATCH);
    page.keyboard().press("a");
    var millis = ((Number) page.evaluate("() => window.shown")).doubleValue();
    assertThat(page.locator("#undo p")).containsText(tip);
    return millis;
  }

  private static void add(Table table, String work, List<Double> millis) {
    var sorted = millis.stream().sorted().toList();
    var p95 = sorted.get((int) Math.min(sorted.size() - 1, sorted.size() * 0.95));
    var here =
        String.format(
            Locale.ROOT, "%.0f, %.0f, %.0f", Spread.of(sorted).median(), p95, sorted.getLast());
    table.add(
        work + ": p50, p95, worst, ms", here, "", "", "p95 <= 100 ms", p95 <= 100 ? "yes" : "no");
  }
}
