package org.tipline.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tipline.account.PasskeyCalls.add;
import static org.tipline.account.PasskeyCalls.alone;
import static org.tipline.account.PasskeyCalls.asked;
import static org.tipline.account.PasskeyCalls.assertRefused;
import static org.tipline.account.PasskeyCalls.challenge;
import static org.tipline.account.PasskeyCalls.location;
import static org.tipline.account.PasskeyCalls.removal;
import static org.tipline.account.PasskeyCalls.submit;
import static org.tipline.account.Role.EDITOR;

import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.tipline.support.NewsroomTest;
import org.tipline.support.SettableClock;

/** Passkeys that are made, used alone, and removed. */
@NewsroomTest
class PasskeysTests {

  private static final String PASSWORD = "haraka haina baraka";

  @LocalServerPort private int port;
  @Autowired private Editors editors;
  @Autowired private SignInLinks links;
  @Autowired private SettableClock clock;

  private Editor editor;
  private Browser browser;
  private SoftAuthenticator phone;

  @BeforeEach
  void signIn() throws Exception {
    editor = Newsroom.editor(editors, PASSWORD, EDITOR);
    browser = new Browser(port).signIn(editor.id(), links);
    phone = new SoftAuthenticator();
  }

  @Test
  void passkeyAloneSignsIn() throws Exception {
    add(browser, phone);
    var stranger = new Browser(port);

    assertThat(location(alone(stranger, phone))).hasValue("/desk");
    assertThat(stranger.get("/account").body()).contains(editor.name(), "<b>Simu</b>");
    assertThat(location(alone(new Browser(port), phone))).hasValue("/desk");
  }

  @Test
  void answerThatWasNotAskedForHereAndNowIsRefused() throws Exception {
    add(browser, phone);
    var stranger = new Browser(port);
    var options = challenge(stranger, "/sign-in", "/sign-in/passkey/challenge");
    var answer = phone.use(options);
    assertThat(location(submit(stranger, answer))).hasValue("/desk");
    assertRefused(port, answer); // again

    phone.origin = "https://tips.example.com";
    assertRefused(port, phone.use(asked(port)));
    phone.origin = SoftAuthenticator.HERE;

    phone.isUnlocked = false;
    assertRefused(port, phone.use(asked(port)));
    phone.isUnlocked = true;

    phone.counter = 0; // as a copy of it would
    assertRefused(port, phone.use(asked(port)));
    phone.counter = 50;

    assertRefused(port, new SoftAuthenticator().use(asked(port)));
    var late = asked(port);
    clock.pass(Duration.ofMinutes(6));
    assertRefused(port, phone.use(late));
    assertRefused(port, "{\"id\":\"x\",\"rawId\":\"x\",\"type\":\"public-key\",\"response\":{}}");
    assertRefused(port, "null");
    assertRefused(port, "[");
  }

  @Test
  void passkeyThatWasNotAskedForIsNotKept() throws Exception {
    var options = challenge(browser, "/account", "/account/passkeys/challenge");
    phone.origin = "https://tips.example.com";
    assertUnkept(phone.make(options));
    phone.origin = SoftAuthenticator.HERE;
    assertUnkept(phone.make(options)); // used by the try before
    phone.isUnlocked = false;
    assertUnkept(phone.make(challenge(browser, "/account", "/account/passkeys/challenge")));
    assertUnkept("{}");
    assertThat(browser.get("/account").body()).doesNotContain("Recovery codes");
  }

  @Test
  void samePasskeyIsKeptOnce() throws Exception {
    add(browser, phone);
    var other = new Browser(port).signIn(Newsroom.editor(editors, EDITOR).id(), links);

    assertThat(add(other, phone).statusCode()).isEqualTo(400);
    assertThat(location(alone(new Browser(port), phone))).hasValue("/desk");
  }

  @Test
  void passkeyOfAnotherIsNotRemoved() throws Exception {
    add(browser, phone);
    var removal = removal(browser.get("/account"));
    var other = new Browser(port).signIn(Newsroom.editor(editors, EDITOR).id(), links);

    assertThat(other.submit("/account", removal, Map.of()).statusCode()).isEqualTo(404);
    assertThat(location(alone(new Browser(port), phone))).hasValue("/desk");
  }

  @Test
  void longAfterTheSignInThePasswordIsAskedForAgain() throws Exception {
    add(browser, phone);
    var removal = removal(browser.get("/account"));
    clock.pass(Duration.ofMinutes(16));

    for (var action : List.of(removal, "/account/codes", "/account/passkeys")) {
      var late = browser.submit("/account", action, Map.of());
      assertThat(late.statusCode()).as(action).isEqualTo(409);
      assertThat(late.body()).contains("sign out and in again first");
    }
    assertThat(confirm("something else").statusCode()).isEqualTo(400);
    assertThat(location(confirm(PASSWORD))).hasValue("/account");
    assertThat(location(browser.submit("/account", removal, Map.of()))).hasValue("/account");
  }

  private void assertUnkept(String credential) {
    var refused = browser.submit("/account", "/account/passkeys", Map.of("credential", credential));
    assertThat(refused.statusCode()).isEqualTo(400);
    assertThat(refused.body()).contains("That passkey could not be kept.");
  }

  private HttpResponse<String> confirm(String password) {
    return browser.submit("/account", "/account/confirmation", Map.of("password", password));
  }
}
