package org.tipline.triage;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.assertions.LocatorAssertions.HasTextOptions;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.tipline.account.Desks;
import org.tipline.account.Editors;
import org.tipline.account.Sight;
import org.tipline.moderation.Queue;
import org.tipline.moderation.TipRow;
import org.tipline.moderation.TipState;
import org.tipline.support.SettableClock;

/** Several editors at once, and answers that come when they like, in a real browser. */
@DeskTest
class TogetherInBrowserTests {

  private static DeskBrowser browser;

  /** A word nobody else's tip has, so that the list is ours alone. */
  private final String word = "w" + UUID.randomUUID().toString().replace("-", "");

  private final String list = "/desk?q=" + word;

  @Autowired private Postbox postbox;
  @Autowired private Editors editors;
  @Autowired private Queue queue;
  @Autowired private Desks desks;
  @Autowired private SettableClock clock;
  @Autowired private LiveStreams streams;

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
  void secondDesk() {
    desks.open("western", "Western");
  }

  @Test
  void secondOfTwoWhoDecideAtOnceIsToldAndChooses() {
    var tip = postbox.post("Ajali " + word);
    var achieng = signIn("Achieng");
    var otieno = signIn("Otieno");
    achieng.navigate("/desk/tips/" + tip);
    otieno.navigate("/desk/tips/" + tip);
    assertThat(title(otieno)).hasText(tip);
    achieng.keyboard().press("r");
    achieng.keyboard().press("Enter");
    assertThat(achieng.locator("#undo p")).containsText("rejected");

    assertThat(otieno.locator("#changed")).isVisible();
    otieno.keyboard().press("a");

    assertThat(otieno.locator("#problem p"))
        .hasText(Pattern.compile("Achieng rejected this \\d+ s ago: We have this story already"));
    assertThat(otieno.evaluate("document.activeElement.id")).isEqualTo("problem");
    assertThat(row(tip).state()).isEqualTo(TipState.REJECTED);
    otieno.click("#problem button");
    assertThat(otieno.locator("#undo p")).containsText(tip + " accepted");
    assertThat(row(tip).state()).isEqualTo(TipState.ACCEPTED);
  }

  @Test
  void nextTipIsThereBeforeTheServerAnswersAndGoesWhenItSaysNo() {
    var tip = postbox.post("Kwanza " + word);
    var other = postbox.post("Pili " + word);
    var achieng = signIn("Achieng");
    var otieno = signIn("Otieno");
    otieno.navigate("/desk/tips/" + tip);
    achieng
        .waitForResponse(
            "**/desk/ahead/" + other + "*",
            () -> achieng.navigate("/desk/tips/" + tip + "?q=" + word))
        .finished();
    achieng.evaluate("() => new Promise(requestIdleCallback)"); // and has been read
    var told = new CopyOnWriteArrayList<String>();
    achieng.onRequest(request -> told.add(String.valueOf(request.postData())));
    var held = new CopyOnWriteArrayList<Route>();
    achieng.route("**/decisions*", held::add);
    achieng.keyboard().press("a");

    assertThat(achieng.locator(".tip:visible .theirs")).hasText("Pili " + word);
    assertThat(achieng.locator(".tip:visible :focus")).hasText(other);
    assertThat(achieng.locator(".row > [aria-current] .reference")).hasText(other);
    achieng.keyboard().press("s");
    otieno.keyboard().press("r");
    otieno.keyboard().press("Enter");
    assertThat(otieno.locator("#undo p")).containsText("rejected");
    held.getFirst().resume();

    assertThat(achieng.locator("#problem p")).containsText("Otieno rejected this");
    assertThat(achieng.locator("#problem")).isFocused();
    assertThat(achieng.locator(".tip")).hasCount(1);
    assertThat(title(achieng)).hasText(tip);
    assertThat(row(tip).state()).isEqualTo(TipState.REJECTED);
    assertThat(row(other).state()).isEqualTo(TipState.WAITING);
    assertThat(told).noneMatch(said -> said.contains("reference=" + other));
  }

  @Test
  void pressingTwiceActsOnce() {
    var tip = postbox.post("Mara mbili " + word);
    var other = postbox.post("Nyingine " + word);
    var page = signIn("Achieng");
    page.navigate("/desk/tips/" + tip + "?q=" + word);
    page.locator(".act [data-key=a]").dblclick();
    assertThat(page.locator("#undo p")).containsText(tip + " accepted");
    assertThat(title(page)).hasText(other);
    assertThat(row(other).state()).isEqualTo(TipState.WAITING);
    assertThat(queue.find(Sight.EVERYWHERE, tip).orElseThrow().history()).hasSize(2);
  }

  @Test
  void colleaguesSeeWhoReadsWithinTwoSecondsAndNoLongerWhenTheTabDies() {
    var tip = postbox.post("Moto " + word);
    var achieng = signIn("Achieng");
    var otieno = signIn("Otieno");
    achieng.navigate(list);
    otieno.navigate("/desk/tips/" + tip + "?q=" + word);

    var chip = achieng.locator(".row .reading");
    assertThat(chip).hasText("Otieno is reading", new HasTextOptions().setTimeout(2_000));
    achieng.keyboard().press("Enter");
    assertThat(otieno.locator("#reading"))
        .hasText("Achieng is reading", new HasTextOptions().setTimeout(2_000));
    assertThat(otieno.locator(".row .reading")).hasText("Achieng is reading");

    otieno.route("**/desk/readings", route -> route.abort());
    otieno.context().close();
    clock.pass(Duration.ofSeconds(26));
    assertThat(achieng.locator("#reading")).hasText("", new HasTextOptions().setTimeout(2_000));
  }

  @Test
  void refreshLeavesAloneWhatTheEditorIsWaitingFor() {
    var tip = postbox.post("moja " + word);
    var page = signIn("Achieng");
    page.navigate(list);
    var held = new CopyOnWriteArrayList<Route>();
    page.route("**/desk/tips/**", held::add);
    page.keyboard().press("Enter");
    page.waitForCondition(() -> !held.isEmpty());
    page.evaluate(
        "htmx.ajax('GET', '/desk/live' + location.search, { target: '#list', swap: 'none' })");
    held.getFirst().resume();

    assertThat(title(page)).hasText(tip);
    assertThat(page.locator(".tip")).hasCount(1);
    assertThat(page).hasURL(Pattern.compile("/desk/tips/" + tip));
  }

  @Test
  void selectionSurvivesANewTipAndFocusStays() {
    postbox.post("one " + word);
    var page = signIn("Achieng");
    page.navigate(list);
    page.keyboard().press("j");
    page.keyboard().press("x");
    assertThat(page.locator(".bulk")).isVisible();
    postbox.post("two " + word);
    assertThat(page.locator(".row")).hasCount(2);
    assertThat(page.locator("#list input:checked")).hasCount(1);
    assertThat((String) page.evaluate("document.activeElement.id")).startsWith("row-");
    assertThat(page.locator("#news")).hasText("1 new tip");
  }

  @Test
  void keyPressedWhileATipComesIsForThatTip() {
    var tip = postbox.post("Kwanza " + word);
    var other = postbox.post("Pili " + word);
    var page = signIn("Achieng");
    page.navigate("/desk/tips/" + tip + "?q=" + word);
    assertThat(page.locator(".row")).hasCount(2);
    var held = new CopyOnWriteArrayList<Route>();
    page.route("**/desk/tips/" + other + "*", held::add);
    page.keyboard().press("j");
    page.waitForCondition(() -> !held.isEmpty());
    page.keyboard().press("a");
    held.getFirst().resume();

    assertThat(page.locator("#undo p")).containsText(other + " accepted");
    assertThat(row(other).state()).isEqualTo(TipState.ACCEPTED);
    assertThat(row(tip).state()).isEqualTo(TipState.WAITING);
  }

  @Test
  void keyForATipThatDoesNotComeIsForNoOther() {
    var tip = postbox.post("Kwanza " + word);
    var other = postbox.post("Pili " + word);
    var page = signIn("Achieng");
    page.navigate("/desk/tips/" + tip + "?q=" + word);
    assertThat(page.locator(".row")).hasCount(2);
    var held = new CopyOnWriteArrayList<Route>();
    page.route("**/desk/tips/" + other + "*", held::add);
    page.keyboard().press("j");
    page.waitForCondition(() -> !held.isEmpty());
    page.keyboard().press("a");
    held.getFirst().abort();

    assertThat(page.locator("#away")).isVisible();
    assertThat(page.locator("#undo p")).hasCount(0);
    assertThat(row(tip).state()).isEqualTo(TipState.WAITING);
  }

  @Test
  void onlyWhatCameIsNewWhereMoreWaitsThanAPageHolds() {
    for (var n = 0; n < 52; n++) {
      postbox.post(n + " " + word);
    }
    var page = signIn("Achieng");
    page.navigate("/desk");
    assertThat(page.locator("a[rel=next]")).isVisible();
    page.keyboard().press("j");
    page.keyboard().press("Enter");
    page.keyboard().press("s");
    assertThat(page.locator("#undo p")).containsText("spam");
    assertThat(page.locator("#rail-WAITING span")).isVisible();
    assertThat(page.locator("#news")).isEmpty();

    postbox.post("Mpya " + word);

    assertThat(page.locator("#news")).hasText("New tips wait further down the list");
  }

  @Test
  void streamThatIsLostAndRegainedLosesNoTip() {
    postbox.post("Kwanza " + word);
    var page = signIn("Achieng");
    page.clock().install();
    page.navigate(list);
    assertThat(page.locator(".row")).hasCount(1);
    page.waitForCondition(() -> streams.count() > 0);
    var refused = new AtomicInteger();
    page.route(
        "**/desk/events",
        route -> {
          refused.incrementAndGet();
          route.abort();
        });
    streams.endUnless(Map.of());
    for (var n = 0; refused.get() == 0 && n < 100; n++) {
      page.clock().runFor(1_000);
    }
    page.route("**/desk/live*", Route::abort);
    postbox.post("Pili " + word);
    page.unroute("**/desk/live*");
    page.unroute("**/desk/events");
    page.clock().runFor(61_000);

    assertThat(page.locator(".row")).hasCount(2);
    assertThat(page.locator("#news")).hasText("1 new tip");
  }

  private Page signIn(String name) {
    return browser.signIn(port, editors, desks, name);
  }

  private static Locator title(Page page) {
    return page.locator("#tip-title");
  }

  private TipRow row(String reference) {
    return queue.row(Sight.EVERYWHERE, reference).orElseThrow();
  }
}
