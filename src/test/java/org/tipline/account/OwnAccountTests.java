package org.tipline.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tipline.account.Role.ADMIN;
import static org.tipline.account.Role.EDITOR;

import java.net.http.HttpResponse;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.tipline.support.NewsroomTest;

@NewsroomTest
class OwnAccountTests {

  private static final String OLD = "haraka haina baraka";
  private static final String FRESH = "nyuki hufuata maua mekundu";

  @LocalServerPort private int port;
  @Autowired private Editors editors;
  @Autowired private SignInLinks links;
  @Autowired private JdbcClient jdbc;

  private Editor editor;
  private Browser browser;

  @BeforeEach
  void signIn() {
    editor = Newsroom.editor(editors, OLD, EDITOR);
    browser = new Browser(port).signIn(editor.id(), links);
  }

  @Test
  void newPasswordEndsEverySessionButThisOne() {
    var elsewhere = new Browser(port).signIn(editor.id(), links);
    var colleague = new Browser(port).signIn(Newsroom.editor(editors, EDITOR).id(), links);

    var changed = change(OLD, FRESH);

    assertThat(changed.headers().firstValue("Location")).hasValue("/account");
    assertThat(browser.get("/account").body()).contains("Your password is changed.");
    assertThat(elsewhere.get("/account").headers().firstValue("Location")).hasValue("/sign-in");
    assertThat(colleague.get("/account").statusCode()).isEqualTo(200);
    assertThat(signInWith(FRESH)).hasValue("/desk");
    assertThat(signInWith(OLD)).hasValue("/sign-in?wrong");
  }

  @Test
  void wrongOldPasswordChangesNothing() {
    var refused = change("something else", FRESH);

    assertThat(refused.statusCode()).isEqualTo(400);
    assertThat(refused.body()).contains("The password you have now is another one.");
    assertThat(signInWith(OLD)).hasValue("/desk");
  }

  @Test
  void passwordThatWillNotDoIsRefusedWithASentence() {
    assertThat(change(OLD, "short").body()).contains("at least 12 characters");
    assertThat(change(OLD, OLD).body()).contains("the password you have. Choose another.");
    assertThat(change(OLD, editor.name() + "-2026").body()).contains("your own name or address");
    assertThat(change(OLD, "password1234").body()).contains("that many people choose");
  }

  @Test
  void guessingIsSlowedDown() {
    for (var tries = 0; tries < 6; tries++) {
      change("guess " + tries, FRESH);
    }

    assertThat(change(OLD, FRESH).statusCode()).isEqualTo(429);
    assertThat(signInWith(OLD)).hasValue("/desk");
  }

  @Test
  void whoHasNoPasswordIsSaidSo() {
    var byLink = new Browser(port).signIn(Newsroom.editor(editors, EDITOR).id(), links);

    assertThat(byLink.get("/account").body())
        .contains("You have no password")
        .doesNotContain("action=\"/account/password\"");
  }

  @Test
  void pageLeadsBackToWhereOneWorks() {
    var administrator = new Browser(port).signIn(Newsroom.editor(editors, ADMIN).id(), links);

    assertThat(browser.get("/account").body()).contains("href=\"/desk\"");
    assertThat(administrator.get("/account").body()).contains("href=\"/admin\"");
    assertThat(administrator.get("/admin").body()).contains("href=\"/account\"");
  }

  @Test
  void pageSpeaksKiswahili() {
    jdbc.sql("insert into editor_habits values (?, true, true, 'sw')").param(editor.id()).update();
    assertThat(browser.get("/account").body())
        .contains("lang=\"sw\"", "Akaunti yako", "Nenosiri jipya");
  }

  @Test
  void administratorCannotGiveAGuessablePasswordEither() {
    var administrator = new Browser(port).signIn(Newsroom.editor(editors, ADMIN).id(), links);
    var path = "/admin/editors/" + editor.id() + "/password";

    administrator.submit("/admin/editors", path, Map.of("password", "password1234"));

    assertThat(administrator.get("/admin/editors").body()).contains("that many people choose");
    assertThat(signInWith(OLD)).hasValue("/desk");
  }

  @Test
  void everyPasswordIsKeptAsASlowHash() {
    change(OLD, FRESH);

    assertThat(
            jdbc.sql("select password_hash from editors where id = ?")
                .param(editor.id())
                .query(String.class)
                .single())
        .startsWith("{bcrypt}$2a$12$");
  }

  private HttpResponse<String> change(String old, String fresh) {
    return browser.submit("/account", "/account/password", Map.of("old", old, "fresh", fresh));
  }

  private Optional<String> signInWith(String password) {
    return new Browser(port).signIn(editor.email(), password).headers().firstValue("Location");
  }
}
