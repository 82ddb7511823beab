package org.tipline.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tipline.account.Role.ADMIN;
import static org.tipline.account.Role.EDITOR;

import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.tipline.support.NewsroomTest;
import org.tipline.support.SettableClock;

@NewsroomTest
class PasskeysTests {

  private static final String PASSWORD = "haraka haina baraka";
  private static final String UNKNOWN = "That passkey is not known here";
  private static final Pattern CODES = Pattern.compile("<pre class=\"codes\"[^>]*>([^<]+)</pre>");
  private static final Pattern REMOVAL = Pattern.compile("/account/passkeys/[0-9a-f-]{36}/removal");

  @LocalServerPort private int port;
  @Autowired private Editors editors;
  @Autowired private SignInLinks links;
  @Autowired private JdbcClient jdbc;
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
  void passwordIsFollowedByThePasskey() throws Exception {
    add(browser, phone);
    var stranger = new Browser(port);

    assertThat(location(stranger.signIn(editor.email(), PASSWORD))).hasValue("/sign-in/second");
    var before = stranger.cookie("__Host-tipline");
    assertThat(location(stranger.get("/account"))).hasValue("/sign-in");
    assertThat(location(second(stranger, phone))).hasValue("/desk");
    assertThat(stranger.cookie("__Host-tipline")).isNotEmpty().isNotEqualTo(before);
    assertThat(stranger.get("/account").statusCode()).isEqualTo(200);

    var slow = awaited();
    clock.pass(Duration.ofMinutes(6));
    assertThat(location(slow.get("/sign-in/second"))).hasValue("/sign-in?again");
    assertThat(location(new Browser(port).get("/sign-in/second"))).hasValue("/sign-in?again");
  }

  @Test
  void recoveryCodeWorksOnceInPlaceOfThePasskey() throws Exception {
    var codes = codes(add(browser, phone));

    assertThat(codes).hasSize(10).doesNotHaveDuplicates();
    assertThat(location(code(awaited(), codes.getFirst()))).hasValue("/desk");
    var again = code(awaited(), codes.getFirst());
    assertThat(again.statusCode()).isEqualTo(400);
    assertThat(again.body()).contains("none of your codes, or it has been used");
    assertThat(location(code(awaited(), written(codes.get(1))))).hasValue("/desk");
    assertThat(browser.get("/account").body()).contains("You have 8 left");
  }

  @Test
  void newCodesReplaceTheOldOnes() throws Exception {
    var old = codes(add(browser, phone));
    var fresh = codes(browser.submit("/account", "/account/codes", Map.of()));

    assertThat(codesKept()).isEqualTo(10);
    assertThat(code(awaited(), old.getLast()).statusCode()).isEqualTo(400);
    assertThat(location(code(awaited(), fresh.getLast()))).hasValue("/desk");
  }

  @Test
  void guessingCodesIsSlowedDownAndThePasskeyStillWorks() throws Exception {
    var codes = codes(add(browser, phone));
    var guesser = awaited();
    for (var tries = 0; tries < 5; tries++) {
      assertThat(code(guesser, "AAAAA-AAAAA-AAAAA-AAAAA").statusCode()).isEqualTo(400);
    }

    assertThat(code(guesser, codes.getFirst()).statusCode()).isEqualTo(429);
    assertThat(location(second(guesser, phone))).hasValue("/desk");
  }

  @Test
  void answerThatWasNotAskedForHereAndNowIsRefused() throws Exception {
    add(browser, phone);
    var stranger = new Browser(port);
    var options = challenge(stranger, "/sign-in", "/sign-in/passkey/challenge");
    var answer = phone.use(options);
    assertThat(location(submit(stranger, answer))).hasValue("/desk");
    assertRefused(answer); // again

    phone.origin = "https://tips.example.com";
    assertRefused(phone.use(asked()));
    phone.origin = SoftAuthenticator.HERE;

    phone.isUnlocked = false;
    assertRefused(phone.use(asked()));
    phone.isUnlocked = true;

    phone.counter = 0; // as a copy of it would
    assertRefused(phone.use(asked()));
    phone.counter = 50;

    assertRefused(new SoftAuthenticator().use(asked()));
    var late = asked();
    clock.pass(Duration.ofMinutes(6));
    assertRefused(phone.use(late));
    assertRefused("{\"id\":\"x\",\"rawId\":\"x\",\"type\":\"public-key\",\"response\":{}}");
    assertRefused("null");
    assertRefused("[");
  }

  @Test
  void disabledEditorStaysOut() throws Exception {
    add(browser, phone);
    var codes = codes(browser.submit("/account", "/account/codes", Map.of()));
    var awaited = awaited();
    editors.disable(editor.id());

    assertRefused(phone.use(asked()));
    assertThat(code(awaited, codes.getFirst()).statusCode()).isIn(302, 400);
    assertThat(location(awaited.get("/account"))).hasValue("/sign-in");
  }

  @Test
  void passkeyOfAnotherIsNoSecondStep() throws Exception {
    add(browser, phone);
    var other = Newsroom.editor(editors, EDITOR);
    var theirs = new SoftAuthenticator();
    add(new Browser(port).signIn(other.id(), links), theirs);

    var refused = second(awaited(), theirs);

    assertThat(refused.statusCode()).isEqualTo(400);
    assertThat(refused.body()).contains(UNKNOWN);
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
  void removingTheLastEndsTheSecondStepTheCodesAndOtherSessions() throws Exception {
    var tablet = new SoftAuthenticator();
    add(browser, phone);
    add(browser, tablet);
    var elsewhere = new Browser(port);
    alone(elsewhere, tablet);

    assertThat(location(removeFirst())).hasValue("/account");
    assertThat(browser.get("/account").body()).contains("The passkey is removed");
    assertThat(location(elsewhere.get("/account"))).hasValue("/sign-in");
    assertRefused(phone.use(asked()));
    assertThat(location(new Browser(port).signIn(editor.email(), PASSWORD)))
        .hasValue("/sign-in/second");

    removeFirst();
    assertThat(codesKept()).isZero();
    assertThat(location(new Browser(port).signIn(editor.email(), PASSWORD))).hasValue("/desk");
  }

  @Test
  void passkeyOfAnotherIsNotRemoved() throws Exception {
    add(browser, phone);
    var removal = find(REMOVAL, browser.get("/account").body());
    var other = new Browser(port).signIn(Newsroom.editor(editors, EDITOR).id(), links);

    assertThat(other.submit("/account", removal, Map.of()).statusCode()).isEqualTo(404);
    assertThat(location(alone(new Browser(port), phone))).hasValue("/desk");
  }

  @Test
  void longAfterTheSignInThePasswordIsAskedForAgain() throws Exception {
    add(browser, phone);
    var removal = find(REMOVAL, browser.get("/account").body());
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

  @Test
  void administratorTakesALostSecondStepAway() throws Exception {
    add(browser, phone);
    var administrator = new Browser(port).signIn(Newsroom.editor(editors, ADMIN).id(), links);
    var removal = "/admin/editors/" + editor.id() + "/passkeys/removal";
    assertThat(administrator.get("/admin/editors").body()).contains(removal);

    administrator.submit("/admin/editors", removal, Map.of());

    assertThat(administrator.get("/admin/editors").body())
        .contains("password alone signs them in")
        .doesNotContain(removal);
    assertThat(location(browser.get("/account"))).hasValue("/sign-in");
    assertThat(codesKept()).isZero();
    assertRefused(phone.use(asked()));
    assertThat(location(new Browser(port).signIn(editor.email(), PASSWORD))).hasValue("/desk");
  }

  private HttpResponse<String> add(Browser who, SoftAuthenticator authenticator) throws Exception {
    var options = challenge(who, "/account", "/account/passkeys/challenge");
    return who.submit(
        "/account",
        "/account/passkeys",
        Map.of("credential", authenticator.make(options), "label", " Simu\0"));
  }

  private static HttpResponse<String> alone(Browser who, SoftAuthenticator authenticator)
      throws Exception {
    var options = challenge(who, "/sign-in", "/sign-in/passkey/challenge");
    return submit(who, authenticator.use(options));
  }

  private static HttpResponse<String> submit(Browser who, String credential) {
    return who.submit("/sign-in", "/sign-in/passkey", Map.of("credential", credential));
  }

  private static HttpResponse<String> second(Browser who, SoftAuthenticator authenticator)
      throws Exception {
    var options = challenge(who, "/sign-in/second", "/sign-in/second/challenge");
    return who.submit(
        "/sign-in/second", "/sign-in/second", Map.of("credential", authenticator.use(options)));
  }

  private static HttpResponse<String> code(Browser who, String code) {
    return who.submit("/sign-in/second", "/sign-in/second/code", Map.of("code", code));
  }

  /** As somebody writes it down. */
  private static String written(String code) {
    return " " + code.toLowerCase(Locale.ROOT).replace("-", " ").replace('0', 'o');
  }

  /** Who has given the password and nothing else. */
  private Browser awaited() {
    var awaited = new Browser(port);
    awaited.signIn(editor.email(), PASSWORD);
    return awaited;
  }

  private String asked() {
    return challenge(new Browser(port), "/sign-in", "/sign-in/passkey/challenge");
  }

  private static String challenge(Browser who, String page, String path) {
    return who.submit(page, path, Map.of()).body();
  }

  private void assertRefused(String credential) {
    var refused = submit(new Browser(port), credential);
    assertThat(refused.statusCode()).isEqualTo(400);
    assertThat(refused.body()).contains(UNKNOWN);
  }

  private void assertUnkept(String credential) {
    var refused = browser.submit("/account", "/account/passkeys", Map.of("credential", credential));
    assertThat(refused.statusCode()).isEqualTo(400);
    assertThat(refused.body()).contains("That passkey could not be kept.");
  }

  private HttpResponse<String> removeFirst() {
    var removal = find(REMOVAL, browser.get("/account").body());
    return browser.submit("/account", removal, Map.of());
  }

  private HttpResponse<String> confirm(String password) {
    return browser.submit("/account", "/account/confirmation", Map.of("password", password));
  }

  private int codesKept() {
    return jdbc.sql("select count(*) from recovery_codes where editor_id = ?")
        .param(editor.id())
        .query(Integer.class)
        .single();
  }

  private static List<String> codes(HttpResponse<String> page) {
    var found = CODES.matcher(page.body());
    assertThat(found.find()).as(page.body()).isTrue();
    return Arrays.asList(found.group(1).split("\n"));
  }

  private static String find(Pattern pattern, String text) {
    var found = pattern.matcher(text);
    assertThat(found.find()).isTrue();
    return found.group();
  }

  private static Optional<String> location(HttpResponse<?> answer) {
    return answer.headers().firstValue("Location");
  }
}
