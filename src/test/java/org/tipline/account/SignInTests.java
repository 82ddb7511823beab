package org.tipline.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tipline.account.Role.ADMIN;
import static org.tipline.account.Role.EDITOR;

import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.stream.LongStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.tipline.support.NewsroomTest;

@NewsroomTest
class SignInTests {

  private static final String PASSWORD = "matunda ya uhuru";

  @LocalServerPort private int port;
  @Autowired private Editors editors;
  @Autowired private SignInLinks links;

  private Browser browser;

  @BeforeEach
  void open() {
    browser = new Browser(port);
  }

  @Test
  void rightPasswordLeadsToTheDesk() {
    var editor = Newsroom.editor(editors, PASSWORD, EDITOR, ADMIN);

    assertThat(browser.signIn(editor.email().toUpperCase(Locale.ROOT), PASSWORD))
        .satisfies(leadsTo("/desk"));
    assertThat(browser.get("/desk").statusCode()).isNotEqualTo(302);
  }

  @Test
  void administratorWithoutDeskStartsInTheAdministration() {
    var administrator = Newsroom.editor(editors, PASSWORD, ADMIN);

    assertThat(browser.signIn(administrator.email(), PASSWORD)).satisfies(leadsTo("/admin"));
    assertThat(browser.get("/sign-in")).satisfies(leadsTo("/admin"));
  }

  @Test
  void everyWrongTryGetsTheSameAnswer() {
    var editor = Newsroom.editor(editors, PASSWORD, EDITOR);
    var shutOut = Newsroom.editor(editors, PASSWORD, EDITOR);
    editors.disable(shutOut.id());
    var byLinkOnly = Newsroom.editor(editors, EDITOR);

    assertThat(browser.signIn(editor.email(), "wrong wrong wrong")).satisfies(isWrong());
    assertThat(browser.signIn("nobody@example.org", PASSWORD)).satisfies(isWrong());
    assertThat(browser.signIn(shutOut.email(), PASSWORD)).satisfies(isWrong());
    assertThat(browser.signIn(byLinkOnly.email(), "")).satisfies(isWrong());
    assertThat(browser.signIn("a\0b\u202e@example.org", "x".repeat(5_000))).satisfies(isWrong());
    assertThat(browser.get("/sign-in?wrong").body()).contains("do not go together");
  }

  @Test
  void strangersTakeAsLongAsEditors() {
    var editor = Newsroom.editor(editors, PASSWORD, EDITOR);
    browser.signIn("warm@example.org", PASSWORD);

    var known = quickest(editor.email());
    var unknown = quickest("stranger@example.org");

    assertThat((double) unknown / known).isBetween(0.5, 2.0);
  }

  private long quickest(String email) {
    return LongStream.range(0, 3).map(_ -> time(email)).min().orElseThrow();
  }

  private long time(String email) {
    var started = System.nanoTime();
    browser.signIn(email, "wrong wrong wrong");
    return System.nanoTime() - started;
  }

  @Test
  void signingInMakesANewSessionId() {
    var editor = Newsroom.editor(editors, PASSWORD, EDITOR);
    browser.signIn(editor.email(), PASSWORD);
    var first = browser.cookie("__Host-tipline");
    browser.signIn(editor.id(), links);

    assertThat(browser.cookie("__Host-tipline")).isNotEmpty().isNotEqualTo(first);
  }

  @Test
  void sessionCookieIsForThisHostAndTlsOnly() {
    var editor = Newsroom.editor(editors, PASSWORD, EDITOR);
    var cookie =
        browser.signIn(editor.email(), PASSWORD).headers().allValues("Set-Cookie").stream()
            .filter(header -> header.startsWith("__Host-tipline="))
            .findFirst();

    assertThat(cookie)
        .hasValueSatisfying(
            header ->
                assertThat(header)
                    .contains("; Path=/;", "; Secure", "; HttpOnly", "; SameSite=Strict")
                    .doesNotContain("Domain"));
  }

  @Test
  void floodIsSlowedAndDisturbsNobodySignedIn() {
    var editor = Newsroom.editor(editors, PASSWORD, EDITOR, ADMIN);
    var owner = new Browser(port).signIn(editor.id(), links);
    for (var tries = 0; tries < 5; tries++) {
      assertThat(browser.signIn(editor.email(), "guess number " + tries)).satisfies(isWrong());
    }

    var refused = browser.signIn(editor.email(), PASSWORD);

    assertThat(refused.statusCode()).isEqualTo(429);
    assertThat(refused.headers().firstValueAsLong("Retry-After").orElse(0)).isBetween(1L, 31L);
    assertThat(owner.get("/admin").statusCode()).isEqualTo(200);
  }

  @Test
  void lookingAtTheSignInPageWritesNoSession() {
    browser.get("/sign-in");
    browser.get("/desk");

    assertThat(browser.cookie("__Host-tipline")).isEmpty();
  }

  @Test
  void linkFromAnotherSiteLoadsOnceMore() {
    var fromMail =
        browser.get("/desk?q=1", "Sec-Fetch-Site", "cross-site", "Sec-Fetch-Mode", "navigate");

    assertThat(fromMail.statusCode()).isEqualTo(200);
    assertThat(fromMail.body()).contains("http-equiv=\"refresh\" content=\"0\"");
    assertThat(browser.get("/desk", "Sec-Fetch-Site", "same-origin"))
        .satisfies(leadsTo("/sign-in"));
  }

  @Test
  void redirectNeverRepeatsTheHostHeader() {
    assertThat(browser.get("/desk", "X-Forwarded-Host", "evil.example"))
        .satisfies(leadsTo("/sign-in"));
    assertThat(links.make(Newsroom.editor(editors, EDITOR).id(), Duration.ofMinutes(1)))
        .asString()
        .startsWith("https://tips.example.org/sign-in/link?token=");
  }

  @Test
  void identityHeadersMeanNothing() {
    for (var name : new String[] {"X-Remote-User", "REMOTE_USER", "X-Forwarded-User", "From"}) {
      assertThat(browser.get("/admin", name, "admin")).satisfies(leadsTo("/sign-in"));
    }
  }

  private static Consumer<HttpResponse<String>> isWrong() {
    return leadsTo("/sign-in?wrong");
  }

  private static Consumer<HttpResponse<String>> leadsTo(String path) {
    return answer -> {
      assertThat(answer.statusCode()).isEqualTo(302);
      assertThat(answer.headers().firstValue("Location")).hasValue(path);
    };
  }
}
