package org.tipline.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tipline.account.PasskeyCalls.add;
import static org.tipline.account.PasskeyCalls.alone;
import static org.tipline.account.PasskeyCalls.asked;
import static org.tipline.account.PasskeyCalls.assertRefused;
import static org.tipline.account.PasskeyCalls.code;
import static org.tipline.account.PasskeyCalls.codes;
import static org.tipline.account.PasskeyCalls.location;
import static org.tipline.account.PasskeyCalls.removal;
import static org.tipline.account.PasskeyCalls.second;
import static org.tipline.account.Role.ADMIN;
import static org.tipline.account.Role.EDITOR;

import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.tipline.support.NewsroomTest;
import org.tipline.support.SettableClock;

/** What is asked for after a right password, and what ends that. */
@NewsroomTest
class SecondStepTests {

  private static final String PASSWORD = "haraka haina baraka";

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
  void passkeyOfAnotherIsNoSecondStep() throws Exception {
    add(browser, phone);
    var other = Newsroom.editor(editors, EDITOR);
    var theirs = new SoftAuthenticator();
    add(new Browser(port).signIn(other.id(), links), theirs);

    var refused = second(awaited(), theirs);

    assertThat(refused.statusCode()).isEqualTo(400);
    assertThat(refused.body()).contains(PasskeyCalls.UNKNOWN);
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
    assertRefused(port, phone.use(asked(port)));
    assertThat(location(new Browser(port).signIn(editor.email(), PASSWORD))).hasValue("/desk");
  }

  /** As somebody writes it down. */
  private static String written(String code) {
    return " " + code.toLowerCase(Locale.ROOT).replace("-", " ").replace('0', 'o');
  }

  @Test
  void disabledEditorStaysOut() throws Exception {
    add(browser, phone);
    var codes = codes(browser.submit("/account", "/account/codes", Map.of()));
    var awaited = awaited();
    editors.disable(editor.id());

    assertRefused(port, phone.use(asked(port)));
    assertThat(code(awaited, codes.getFirst()).statusCode()).isIn(302, 400);
    assertThat(location(awaited.get("/account"))).hasValue("/sign-in");
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
    assertRefused(port, phone.use(asked(port)));
    assertThat(location(new Browser(port).signIn(editor.email(), PASSWORD)))
        .hasValue("/sign-in/second");

    removeFirst();
    assertThat(codesKept()).isZero();
    assertThat(location(new Browser(port).signIn(editor.email(), PASSWORD))).hasValue("/desk");
  }

  /** Who has given the password and nothing else. */
  private Browser awaited() {
    var awaited = new Browser(port);
    awaited.signIn(editor.email(), PASSWORD);
    return awaited;
  }

  private HttpResponse<String> removeFirst() {
    var removal = removal(browser.get("/account"));
    return browser.submit("/account", removal, Map.of());
  }

  private int codesKept() {
    return jdbc.sql("select count(*) from recovery_codes where editor_id = ?")
        .param(editor.id())
        .query(Integer.class)
        .single();
  }
}
