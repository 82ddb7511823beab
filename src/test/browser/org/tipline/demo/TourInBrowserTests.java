package org.tipline.demo;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Page.ScreenshotOptions;
import com.microsoft.playwright.options.ColorScheme;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.ActiveProfiles;
import org.tipline.account.SignInLinks;
import org.tipline.support.Chromium;
import org.tipline.support.NewsroomTest;
import org.tipline.support.SettableClock;

/**
 * The README's tour of the demo newsroom: every page still shows what its caption promises. With
 * {@code -Dtour=write}, and alone, it takes the pictures anew.
 */
@NewsroomTest(properties = "tipline.public-url=http://127.0.0.1")
@ActiveProfiles("demo")
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class TourInBrowserTests implements DemoPorts {

  private static final boolean WRITES = "write".equals(System.getProperty("tour"));
  private static final Path PICTURES = Path.of(".github", "images");
  private static final long LARGEST = 150_000;
  private static final List<String> TOUR = List.of("queue", "tip", "phone", "insights");

  private static final String OLDEST_FIRST =
      "all => all.every((one, n) => !n || Number(one.dataset.since) >= Number(all[n -"
          + " 1].dataset.since))";

  private static Chromium chromium;

  @Autowired private Hiring hiring;
  @Autowired private SignInLinks links;
  @Autowired private JdbcClient jdbc;
  @Autowired private SettableClock clock;
  @LocalServerPort private int port;

  @BeforeAll
  static void launch() {
    chromium = new Chromium();
  }

  @AfterAll
  static void close() {
    chromium.close();
  }

  @BeforeEach
  void everythingIsThere() {
    await().until(() -> count("deliveries where state = 'RECEIVED'") == 0);
    await().until(() -> count("attachments where state = 'PENDING'") == 0);
    if (WRITES && count("tips where opened_at < now() - interval '3 minutes'") == 0) {
      moveBack("interval '4 minutes'");
    }
  }

  @Test
  void readmeNamesPicturesThatAreThereAndSmall() throws IOException {
    var named =
        Pattern.compile("\\.github/images/([a-z]+)\\.png")
            .matcher(Files.readString(Path.of("README.md")))
            .results()
            .map(found -> found.group(1))
            .toList();

    assertThat(named).containsExactlyElementsOf(TOUR);
    for (var name : named) {
      assertThat(PICTURES.resolve(name + ".png")).isNotEmptyFile();
      assertThat(Files.size(PICTURES.resolve(name + ".png"))).isLessThan(LARGEST);
    }
  }

  @Test
  void queueHasTipsByFourMediaTheOldestFirst() throws IOException {
    var page = signIn(1200, 750);

    for (var medium : List.of("sms", "whatsapp", "web", "email")) {
      assertThat(page.locator("#list .medium." + medium).first()).isVisible();
    }
    assertThat(page.locator("#list .row [data-since]").evaluateAll(OLDEST_FIRST)).isEqualTo(true);
    shoot(page, "queue");
  }

  @Test
  void tipHasWordsAFileAndWhatCanBeDone() throws IOException {
    var page = signIn(1080, 640);
    openTipWithPicture(page);

    assertThat(page.locator("#tip article .theirs").first()).isVisible();
    assertThat(page.locator("#tip article .photo summary").first()).isVisible();
    assertThat(page.locator("#tip .act")).isVisible();
    shoot(page, "tip");
  }

  @Test
  void phoneShowsOneColumnAtATime() throws IOException {
    var page = signIn(390, 720);
    openTipWithPicture(page);

    assertThat(page.locator("#list")).isHidden();
    assertThat(page.locator("#tip .act")).isVisible();
    shoot(page, "phone");
  }

  @Test
  @Order(Integer.MAX_VALUE) // its week of work empties the queue of the other pictures
  void insightsHaveChartsAndTheirTables() throws IOException {
    var page = signIn(1200, 900);
    if (WRITES) {
      workForAWeek(page);
    }
    page.navigate(at("/desk/insights"));

    assertThat(page.locator(".insights canvas")).hasCount(2);
    assertThat(page.locator(".insights summary")).not().hasCount(0);
    shoot(page, "insights");
  }

  private void openTipWithPicture(Page page) {
    var reference =
        jdbc.sql(
                """
                select t.reference from attachments a
                join tip_submissions ts on ts.submission_id = a.submission_id
                join tips t on t.id = ts.tip_id
                where a.type = 'image/jpeg' and a.state = 'STORED' order by a.id limit 1
                """)
            .query(String.class)
            .single();
    page.navigate(at("/desk/tips/" + reference));
  }

  /** A week's work in a minute: half of the stories are decided, and all lie hours apart. */
  private void workForAWeek(Page page) {
    var decided = 0;
    for (var key : List.of("a", "s", "a", "r", "a")) {
      clock.pass(Duration.ofMinutes(9));
      page.navigate(at("/desk"));
      page.keyboard().press("Enter");
      assertThat(page.locator("#tip[data-reference]")).hasCount(1);
      page.keyboard().press(key);
      if (key.equals("r")) {
        page.keyboard().press("Enter");
      }
      var all = ++decided;
      await().until(() -> count("tips where decided_at is not null") == all);
    }
    moveBack("interval '14 hours'");
  }

  /** The stories of one moment become those of many: the newest stays, each before it is older. */
  private void moveBack(String each) {
    jdbc.sql(
            """
            with back as (
              select id, (row_number() over (order by id desc) - 1) * %s time from tips),
            waits as (
              update tip_waits w set since = w.since - b.time, until = w.until - b.time
              from back b where b.id = w.tip_id),
            history as (
              update tip_history h set at = h.at - b.time from back b where b.id = h.tip_id)
            update tips t set opened_at = opened_at - b.time, queued_at = queued_at - b.time,
              touched_at = touched_at - b.time, decided_at = decided_at - b.time
            from back b where b.id = t.id
            """
                .formatted(each))
        .update();
  }

  private Page signIn(int width, int height) throws IOException {
    var page =
        chromium.open(
            new NewContextOptions()
                .setViewportSize(width, height)
                .setColorScheme(ColorScheme.LIGHT)
                .setLocale("en-GB"));
    var link = links.make(hiring.hire().getFirst().id(), Duration.ofHours(1));
    page.navigate(at(link.getPath() + "?" + link.getQuery()));
    page.click("main button");
    page.waitForURL("**/desk**");
    return page;
  }

  private static void shoot(Page page, String name) {
    var folder = WRITES ? PICTURES : Path.of("target", "screenshots");
    page.screenshot(new ScreenshotOptions().setPath(folder.resolve(name + ".png")));
  }

  private String at(String path) {
    return "http://127.0.0.1:" + port + path;
  }

  private int count(String rows) {
    return jdbc.sql("select count(*) from " + rows).query(Integer.class).single();
  }
}
