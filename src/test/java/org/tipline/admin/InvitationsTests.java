package org.tipline.admin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tipline.account.Role.ADMIN;

import java.net.URI;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.tipline.account.Browser;
import org.tipline.account.Desks;
import org.tipline.account.Editors;
import org.tipline.account.Newsroom;
import org.tipline.account.SignInLinks;
import org.tipline.support.NewsroomTest;
import org.tipline.support.SettableClock;

/** Without a mail server the administrator hands the link over. */
@NewsroomTest
class InvitationsTests {

  private static final String PAGE = "/admin/invitations";
  private static final String LINK = "/sign-in/invitation";
  private static final String PASSWORD = "nyuki hufuata maua mekundu";

  @LocalServerPort private int port;
  @Autowired private Editors editors;
  @Autowired private Desks desks;
  @Autowired private SignInLinks links;
  @Autowired private JdbcClient jdbc;
  @Autowired private SettableClock clock;

  private final String email = UUID.randomUUID() + "@example.org";
  private Browser administrator;

  @BeforeEach
  void signIn() {
    administrator = new Browser(port).signIn(Newsroom.editor(editors, ADMIN).id(), links);
  }

  @Test
  void invitedPersonChoosesAPasswordAndSignsIn() {
    var link = invite();
    assertThat(look(link).body()).contains("Welcome, Wanjiru &lt;b&gt;", email);

    assertThat(accept(link)).isEqualTo("/sign-in?joined");

    var editor = editors.find(email).orElseThrow();
    assertThat(desks.namesByEditor().get(editor.id())).containsExactly("News");
    assertThat(
            new Browser(port)
                .submit("/sign-in", "/sign-in", Map.of("username", email, "password", PASSWORD))
                .headers()
                .firstValue("Location"))
        .hasValue("/desk");
    assertThat(administrator.get(PAGE).body()).doesNotContain(email);
  }

  @Test
  void linkIsShownOnceAndKeptAsAHash() {
    var token = token(invite());

    assertThat(administrator.get(PAGE).body()).contains(email).doesNotContain(token);
    assertThat(jdbc.sql("select invitations::text from invitations").query(String.class).list())
        .isNotEmpty()
        .noneMatch(row -> row.contains(token));
  }

  @Test
  void linksThatDoNotWorkLookAlikeAndSayWhatToDo() {
    var used = invite();
    accept(used);
    var old = invite("old" + email);
    clock.pass(Duration.ofDays(2).plusSeconds(1));
    administrator = new Browser(port).signIn(Newsroom.editor(editors, ADMIN).id(), links);
    var withdrawn = invite("withdrawn" + email);
    act("withdrawn" + email, "withdrawal");
    var unknown = URI.create(LINK + "?token=" + "A".repeat(43));

    var page = look(unknown);
    assertThat(page.statusCode()).isEqualTo(404);
    assertThat(page.body()).contains("This link does not work", "send the invitation again");
    for (var link : List.of(used, old, withdrawn, URI.create(LINK), URI.create(LINK + "?token="))) {
      assertThat(look(link).statusCode()).isEqualTo(404);
      assertThat(look(link).body()).isEqualTo(page.body());
    }
    assertThat(List.of(accept(used), accept(old), accept(withdrawn))).containsOnly("404");
  }

  @Test
  void linkWorksOnceForManyAtTheSameMoment() throws InterruptedException {
    var link = invite();
    try (var threads = Executors.newFixedThreadPool(4)) {
      var all = threads.invokeAll(Collections.nCopies(4, () -> accept(link)));

      assertThat(all.stream().map(Future::resultNow)).containsOnlyOnce("/sign-in?joined");
    }
  }

  @Test
  void passwordThatWillNotDoLeavesTheLinkWhole() {
    var link = invite();

    var refused =
        new Browser(port)
            .submit(path(link), LINK, Map.of("token", token(link), "password", "short"));

    assertThat(refused.statusCode()).isEqualTo(400);
    assertThat(refused.body()).contains("at least 12 characters").contains("<form");
    assertThat(accept(link)).isEqualTo("/sign-in?joined");
  }

  @Test
  void sendingAgainMakesAnotherLinkForTwoMoreDays() {
    var first = invite();
    clock.pass(Duration.ofHours(49));
    administrator = new Browser(port).signIn(Newsroom.editor(editors, ADMIN).id(), links);
    assertThat(administrator.get(PAGE).body()).contains("too old");

    var second = link(act(email, "again"));

    assertThat(look(first).statusCode()).isEqualTo(404);
    assertThat(look(second).statusCode()).isEqualTo(200);
    clock.pass(Duration.ofHours(47));
    assertThat(look(second).statusCode()).isEqualTo(200);
  }

  @Test
  void withdrawnInvitationIsSaidSo() {
    invite();
    act(email, "withdrawal");

    assertThat(administrator.get(PAGE).body()).contains("is withdrawn").doesNotContain(email);
    administrator.submit(PAGE, PAGE + "/" + UUID.randomUUID() + "/withdrawal", Map.of());
    assertThat(administrator.get(PAGE).body()).contains("open no more");
    administrator.submit(PAGE, PAGE + "/" + UUID.randomUUID() + "/again", Map.of());
    assertThat(administrator.get(PAGE).body()).contains("open no more");
  }

  @Test
  void whoIsInvitedOrSignsInAlreadyIsNotInvited() {
    invite();
    var there = Newsroom.editor(editors, ADMIN).email();

    assertThat(post(email.toUpperCase(Locale.ROOT)).body()).contains("invited already");
    assertThat(post(there).statusCode()).isEqualTo(400);
    assertThat(post(there).body()).contains("somebody signs in with it");
    assertThat(post("nobody@").body()).contains("Write the email address as", "value=\"nobody@\"");
  }

  @Test
  void addressTakenInTheMeantimeIsSaidSo() {
    var link = invite();
    jdbc.sql("update editors set email = ? where id = ?")
        .params(email, Newsroom.editor(editors, ADMIN).id())
        .update();

    var refused =
        new Browser(port)
            .submit(path(link), LINK, Map.of("token", token(link), "password", PASSWORD));

    assertThat(refused.statusCode()).isEqualTo(400);
    assertThat(refused.body()).contains("That email address is taken.");
  }

  private URI invite() {
    return invite(email);
  }

  private URI invite(String address) {
    var page = post(address);
    assertThat(page.statusCode()).isEqualTo(200);
    assertThat(page.body()).contains("No mail went out: no mail server is set");
    return link(page);
  }

  private HttpResponse<String> post(String address) {
    var form = new HashMap<String, String>();
    form.put("name", "Wanjiru <b>Kamau</b>");
    form.put("email", address);
    form.put("roles", "EDITOR");
    form.put("desks", desks.first().id().toString());
    return administrator.submit(PAGE, PAGE, form);
  }

  private static URI link(HttpResponse<String> page) {
    return URI.create(Jsoup.parse(page.body()).select(".once code").text());
  }

  private HttpResponse<String> act(String address, String what) {
    var id =
        jdbc.sql("select id from invitations where email = ?")
            .param(address)
            .query(UUID.class)
            .single();
    return administrator.submit(PAGE, PAGE + "/" + id + "/" + what, Map.of());
  }

  private HttpResponse<String> look(URI link) {
    return new Browser(port).get(path(link));
  }

  /** Where setting the password leads to, or the status it is refused with. */
  private String accept(URI link) {
    var form = LINK + "?token=" + token(link);
    var browser = new Browser(port);
    var fields = new HashMap<>(Map.of("token", token(link), "password", PASSWORD));
    var page = browser.get(form).statusCode() == 200 ? form : "/sign-in";
    var answer = browser.submit(page, LINK, fields);
    return answer
        .headers()
        .firstValue("Location")
        .orElseGet(() -> Integer.toString(answer.statusCode()));
  }

  private static String path(URI link) {
    return link.getRawPath() + Optional.ofNullable(link.getRawQuery()).map(q -> "?" + q).orElse("");
  }

  private static String token(URI link) {
    return link.getRawQuery().substring("token=".length());
  }
}
