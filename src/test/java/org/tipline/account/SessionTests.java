package org.tipline.account;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.tipline.account.Role.ADMIN;
import static org.tipline.account.Role.EDITOR;

import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.tipline.support.NewsroomTest;
import org.tipline.support.SettableClock;
import org.tipline.support.StoreAway;

@NewsroomTest
class SessionTests {

  @LocalServerPort private int port;
  @Autowired private Editors editors;
  @Autowired private SignInLinks links;
  @Autowired private JdbcClient jdbc;
  @Autowired private SettableClock clock;
  @Autowired private StoreAway store;

  private Editor editor;
  private Browser browser;

  @BeforeEach
  void signIn() {
    editor = Newsroom.editor(editors, EDITOR, ADMIN);
    browser = new Browser(port).signIn(editor.id(), links);
  }

  @Test
  void signedInEditorIsLetIn() {
    assertThat(browser.get("/admin").statusCode()).isEqualTo(200);
    assertThat(sessions()).isEqualTo(1);
  }

  @Test
  void sessionLastsTwelveHoursAtMost() {
    clock.pass(Duration.ofHours(12).minusMinutes(1));
    assertThat(browser.get("/admin").statusCode()).isEqualTo(200);

    clock.pass(Duration.ofMinutes(2));
    assertThat(browser.get("/admin").statusCode()).isEqualTo(302);
    assertThat(sessions()).isZero();
  }

  @Test
  void disabledEditorIsOutAtOnce() {
    Newsroom.editor(editors, ADMIN);
    editors.disable(editor.id());

    assertThat(sessions()).isZero();
    assertThat(browser.get("/admin").statusCode()).isEqualTo(302);
  }

  @Test
  void sessionMadeWhileTheEditorWasBeingDisabledIsWorthNothing() {
    jdbc.sql("update editors set enabled = false where id = ?").param(editor.id()).update();

    assertThat(browser.get("/admin").statusCode()).isEqualTo(302);
  }

  @Test
  void newPasswordEndsSessions() {
    editors.changePassword(editor.id(), "haraka haina baraka");

    assertThat(browser.get("/admin").statusCode()).isEqualTo(302);
    assertThat(
            new Browser(port)
                .signIn(editor.email(), "haraka haina baraka")
                .headers()
                .firstValue("Location"))
        .hasValue("/desk");
  }

  @Test
  void editorIsAskedToTryAgainWhileTheDatabaseIsAway() throws Exception {
    try (var _ = store.begin(StoreAway.Way.GONE)) {
      var answer = browser.get("/admin", "Accept", "text/html");

      assertThat(answer.statusCode()).isEqualTo(503);
      assertThat(answer.headers().firstValue("Retry-After")).isPresent();
      assertThat(answer.headers().firstValue("Content-Security-Policy")).isPresent();
      assertThat(answer.body()).contains("try again in a minute");
    }
    await().until(() -> browser.get("/admin").statusCode() == 200);
  }

  @Test
  void sessionOfAnotherVersionAsksToSignInAgain() {
    jdbc.sql(
            """
            update spring_session_attributes set attribute_bytes = '\\xaced0005'
            where session_primary_id = (select primary_id from spring_session where principal_name = ?)
            """)
        .param(editor.id().toString())
        .update();

    assertThat(browser.get("/admin").headers().firstValue("Location")).hasValue("/sign-in");
  }

  @Test
  void signingOutEndsTheSessionAndClearsTheBrowser() {
    var out = browser.submit("/admin", "/sign-out", Map.of());

    assertThat(out.headers().firstValue("Location")).hasValue("/sign-in?out");
    assertThat(out.headers().firstValue("Clear-Site-Data")).isPresent();
    assertThat(sessions()).isZero();
  }

  @Test
  void signingOutNeedsAPostFromOurPage() {
    assertThat(browser.get("/sign-out").statusCode()).isEqualTo(404);
    assertThat(browser.get("/logout").statusCode()).isEqualTo(404);
    assertThat(browser.post("/sign-out", Map.of()).statusCode()).isEqualTo(403);
    assertThat(sessions()).isEqualTo(1);
  }

  @Test
  void sessionHoldsNoPasswordAndNoAddress() {
    var kept =
        jdbc.sql(
                """
                select a.attribute_bytes from spring_session_attributes a
                join spring_session s on s.primary_id = a.session_primary_id
                where s.principal_name = ?
                """)
            .param(editor.id().toString())
            .query(byte[].class)
            .list();

    assertThat(kept)
        .isNotEmpty()
        .allSatisfy(
            bytes ->
                assertThat(new String(bytes, ISO_8859_1)).doesNotContain("bcrypt", editor.email()));
  }

  private int sessions() {
    return jdbc.sql("select count(*) from spring_session where principal_name = ?")
        .param(editor.id().toString())
        .query(Integer.class)
        .single();
  }
}
