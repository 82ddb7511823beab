package org.tipline.triage;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.LoadState;
import java.time.Clock;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.tipline.account.Desks;
import org.tipline.account.Editors;
import org.tipline.channel.Address;
import org.tipline.channel.Details;
import org.tipline.channel.IncomingFile;
import org.tipline.channel.Location;
import org.tipline.channel.ReaderMessage;
import org.tipline.channel.Sender;
import org.tipline.moderation.Notes;

/**
 * FAILURES.md §B 15-17 in a real browser: nothing a reader sends runs, loads or styles anything.
 */
@DeskTest
class HostileInBrowserTests {

  @Autowired private Postbox postbox;
  @Autowired private Editors editors;
  @Autowired private Desks desks;
  @Autowired private Visitors visitors;
  @Autowired private Notes notes;
  @Autowired private Clock clock;

  @LocalServerPort private int port;

  private final CopyOnWriteArrayList<String> wrong = new CopyOnWriteArrayList<>();
  private final Sender reader =
      new Sender(
          List.of(new Address(Address.Kind.EMAIL, UUID.randomUUID() + "@reader.example")),
          "<img src=x onerror=alert(1)>");

  @Test
  void everyPayloadInEveryFieldIsShownAndDoesNothing() {
    var reference = "";
    for (var payload : HostileWordsTests.PAYLOADS) {
      reference = postbox.post(message(payload));
    }
    annotate(reference);
    try (var browser = new DeskBrowser()) {
      var page = browser.signIn(port, editors, desks, "Achieng");
      watch(page);
      page.navigate("/desk/tips/" + reference);
      assertThat(page.locator("#tip article")).hasCount(HostileWordsTests.PAYLOADS.size());
      assertThat(page.locator(".note .text")).hasCount(HostileWordsTests.PAYLOADS.size());
      page.keyboard().press("n");
      page.fill("#text", HostileWordsTests.PAYLOADS.getFirst());
      page.locator(".act details[open] button").click();
      assertThat(page.locator(".note .text")).hasCount(HostileWordsTests.PAYLOADS.size() + 1);
      page.navigate("/desk?state=ALL");
      page.waitForLoadState(LoadState.NETWORKIDLE);
    }
    assertThat(wrong).isEmpty();
  }

  private void annotate(String reference) {
    var achieng = visitors.editor("Achieng").seats();
    for (var payload : HostileWordsTests.PAYLOADS) {
      notes.write(UUID.randomUUID(), reference, achieng, payload);
    }
  }

  private ReaderMessage message(String payload) {
    return new ReaderMessage(
        UUID.randomUUID().toString(),
        reader,
        clock.instant(),
        payload,
        new Details(
            payload, payload, payload, new Location(1, 2, payload, payload), null, Set.of()),
        List.of(new IncomingFile.Enclosed(payload.getBytes(UTF_8), payload, "text/html")));
  }

  private void watch(Page page) {
    page.onDialog(
        dialog -> {
          wrong.add("dialog " + dialog.message());
          dialog.dismiss();
        });
    page.onPopup(popup -> wrong.add("popup " + popup.url()));
    page.onRequest(
        request -> {
          if (!request.url().startsWith("http://127.0.0.1:" + port + "/")) {
            wrong.add("request " + request.url());
          }
        });
    page.onConsoleMessage(
        message -> {
          if (message.text().contains("Content Security Policy")) {
            wrong.add(message.text());
          }
        });
  }
}
