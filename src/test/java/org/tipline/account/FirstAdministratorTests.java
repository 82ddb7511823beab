package org.tipline.account;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.tipline.support.Http;
import org.tipline.support.NewsroomTest;

@NewsroomTest(
    properties = {
      "tipline.admin.email=Boss@Example.org",
      "tipline.admin.password=correct horse battery",
      "tipline.api.token=0123456789abcdef0123456789abcdef"
    })
class FirstAdministratorTests {

  @LocalServerPort private int port;
  @Autowired private Editors editors;
  @Autowired private Desks desks;

  @Test
  void administratorOfTheEnvironmentSignsIn() {
    var boss = editors.find("boss@example.org").orElseThrow();

    assertThat(boss.roles()).containsExactlyInAnyOrder(Role.ADMIN, Role.EDITOR);
    assertThat(desks.members(desks.first().id())).contains(boss.id());
    assertThat(
            new Browser(port)
                .signIn("boss@example.org", "correct horse battery")
                .headers()
                .firstValue("Location"))
        .hasValue("/desk");
  }

  @Test
  void nextStartMakesNoSecondOne() {
    start("second@example.org", "correct horse battery");

    assertThat(editors.find("second@example.org")).isEmpty();
  }

  @Test
  void halfOrWeakSettingsAreRefusedWithASentence() {
    refuses("boss@example.org", "", "both TIPLINE_ADMIN_EMAIL and TIPLINE_ADMIN_PASSWORD");
    refuses("", "correct horse battery", "both TIPLINE_ADMIN_EMAIL and TIPLINE_ADMIN_PASSWORD");
    refuses("boss@example.org", "admin", "at least 12 characters");
    refuses("boss", "correct horse battery", "name@example.org");
  }

  private void refuses(String email, String password, String sentence) {
    assertThatExceptionOfType(BadAccountSettings.class)
        .isThrownBy(() -> start(email, password))
        .withMessageContaining(sentence);
  }

  private void start(String email, String password) {
    new FirstAdministrator(settings(email, password, ""), editors, desks)
        .afterSingletonsInstantiated();
  }

  @Test
  void rightTokenReadsTheApiAndWritesNothing() {
    var program = new Http(port);
    var token = "Bearer 0123456789abcdef0123456789abcdef";

    assertThat(program.get("/api/nothing", "Authorization", token).statusCode()).isEqualTo(404);
    assertThat(
            program
                .post("/api/tips", "application/json", "{}".getBytes(UTF_8), "Authorization", token)
                .statusCode())
        .isEqualTo(403);
  }

  @Test
  void wrongTokenIsAProblem() {
    var program = new Http(port);
    for (var token :
        new String[] {
          "", "Bearer", "Bearer ", "Bearer x", "Basic Og==", "bearer " + "0".repeat(32)
        }) {
      var refusal = program.get("/api/tips", "Authorization", token);

      assertThat(refusal.statusCode()).as(token).isEqualTo(401);
      assertThat(refusal.headers().firstValue("Content-Type")).hasValue("application/problem+json");
      assertThat(refusal.headers().firstValue("WWW-Authenticate")).hasValue("Bearer");
    }
  }

  @Test
  void shortTokenIsRefusedWithASentence() {
    assertThatExceptionOfType(BadAccountSettings.class)
        .isThrownBy(() -> new ConfiguredToken(settings("", "", "0".repeat(31))))
        .withMessageContaining("32")
        .withMessageNotContaining("000");
  }

  @Test
  void withoutATokenTheApiIsClosed() {
    var closed = new ConfiguredToken(settings("", "", ""));

    assertThat(closed.isRight("")).isFalse();
    assertThat(closed.isRight("0".repeat(32))).isFalse();
  }

  @Test
  void settingsDoNotPrintSecrets() {
    assertThat(settings("boss@example.org", "correct horse battery", "0".repeat(32)))
        .asString()
        .doesNotContain("boss", "horse", "000");
  }

  private static AccountSettings settings(String email, String password, String token) {
    return new AccountSettings(
        "https://tips.example.org",
        new AccountSettings.Admin(email, password),
        new AccountSettings.Api(token),
        new AccountSettings.Newsroom("Tipline"),
        new AccountSettings.SignIn(30));
  }
}
