package org.tipline.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.tipline.account.Role.ADMIN;
import static org.tipline.account.Role.EDITOR;

import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
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
import org.tipline.moderation.Act;
import org.tipline.moderation.Handover;
import org.tipline.support.Http;
import org.tipline.support.SettableClock;
import org.tipline.support.StoreAway;
import org.tipline.triage.DeskTest;
import org.tipline.triage.Postbox;
import tools.jackson.databind.json.JsonMapper;

@DeskTest
class ApiTokensTests {

  private static final String PAGE = "/admin/tokens";

  @LocalServerPort private int port;
  @Autowired private Postbox postbox;
  @Autowired private Editors editors;
  @Autowired private Desks desks;
  @Autowired private SignInLinks links;
  @Autowired private Handover handover;
  @Autowired private JdbcClient jdbc;
  @Autowired private SettableClock clock;
  @Autowired private StoreAway store;

  private final String name = "Website " + UUID.randomUUID();
  private final String word = "w" + UUID.randomUUID().toString().replace("-", "");
  private Browser administrator;

  @BeforeEach
  void signIn() {
    desks.open("western", "Western");
    administrator = new Browser(port).signIn(Newsroom.editor(editors, ADMIN).id(), links);
  }

  @Test
  void tokenIsShownOnceAndKeptAsAHash() {
    var token = make("*");

    assertThat(token).matches("tipline_[A-Za-z0-9_-]{43}");
    assertThat(administrator.get(PAGE).body()).contains(name, "every desk").doesNotContain(token);
    assertThat(jdbc.sql("select api_tokens::text from api_tokens").query(String.class).list())
        .isNotEmpty()
        .noneMatch(row -> row.contains(token));
  }

  @Test
  void tokenForEveryDeskReadsEveryDesk() {
    var token = make("*");

    assertThat(get(token, "/api/tips/" + atWestern()).statusCode()).isEqualTo(200);
    assertThat(get(token, "/api/tips/" + atNews()).statusCode()).isEqualTo(200);
    assertThat(references(get(token, "/api/tips?q=" + word))).hasSize(2);
  }

  @Test
  void tokenForOneDeskKnowsOfNoOther() {
    var token = make("western");
    var western = atWestern();
    var news = atNews();

    assertThat(get(token, "/api/tips/" + western).statusCode()).isEqualTo(200);
    assertThat(get(token, "/api/tips/" + news).statusCode()).isEqualTo(404);
    assertThat(references(get(token, "/api/tips?q=" + word))).containsExactly(western);
    assertThat(references(get(token, "/api/tips?desk=western&q=" + word))).containsExactly(western);
    assertThat(get(token, "/api/tips?q=" + news).body()).doesNotContain(word);
  }

  @Test
  void anotherDesksNameIsAnsweredLikeNoDesksName() {
    var token = make("western");

    var foreign = get(token, "/api/tips?desk=news");

    assertThat(foreign.statusCode()).isEqualTo(400);
    assertThat(foreign.body())
        .isEqualTo(get(token, "/api/tips?desk=nowhere").body())
        .contains("desk must be one of western.");
  }

  @Test
  void movedTipIsOutOfSightAtOnce() {
    var token = make("news");
    var reference = atNews();
    assertThat(get(token, "/api/tips/" + reference).statusCode()).isEqualTo(200);

    move(reference);

    assertThat(get(token, "/api/tips/" + reference).statusCode()).isEqualTo(404);
  }

  @Test
  void revokedTokenReadsNothingFromThenOn() {
    var token = make("*");
    assertThat(get(token, "/api/tips").statusCode()).isEqualTo(200);
    var revocation = PAGE + "/" + id() + "/revocation";

    administrator.submit(PAGE, revocation, Map.of());

    assertThat(administrator.get(PAGE).body()).contains("is revoked").doesNotContain(name);
    assertThat(get(token, "/api/tips").statusCode()).isEqualTo(401);
    administrator.submit(PAGE, revocation, Map.of());
    assertThat(administrator.get(PAGE).body()).contains("no such token any more");
  }

  @Test
  void useIsNotedToTheHour() {
    var token = make("*");
    assertThat(administrator.get(PAGE).body()).contains("not yet");

    get(token, "/api/tips");
    var first = lastUsed();
    clock.pass(Duration.ofHours(2));
    get(token, "/api/tips");

    assertThat(first).matches("\\d{4}-\\d\\d-\\d\\d \\d\\d:00:00");
    assertThat(lastUsed()).matches("\\d{4}-\\d\\d-\\d\\d \\d\\d:00:00").isGreaterThan(first);
    assertThat(administrator.get(PAGE).body()).contains("or within the hour after");
  }

  @Test
  void tokenOnlyReads() {
    var answer =
        new Http(port)
            .post("/api/tips", Map.of("text", "no"), "Authorization", "Bearer " + make("*"));

    assertThat(answer.statusCode()).isEqualTo(403);
  }

  @Test
  void whatCannotBeMadeIsRefusedWithASentence() {
    make("*");

    assertThat(refusal(name.toUpperCase(Locale.ROOT), "news"))
        .contains("There is a token of that name.");
    assertThat(refusal("  ", "news")).contains("Write a name of 1 to 60 characters");
    assertThat(refusal("x".repeat(61), "news")).contains("Write a name of 1 to 60 characters");
    assertThat(refusal("another", "nowhere")).contains("Choose one of the desks");
    assertThat(refusal("another", "")).contains("Choose one of the desks");
  }

  @Test
  void callerIsAskedToComeAgainWhileTheDatabaseIsAway() throws Exception {
    var token = make("*");
    try (var _ = store.begin(StoreAway.Way.GONE)) {
      var answer = get(token, "/api/tips");

      assertThat(answer.statusCode()).isEqualTo(503);
      assertThat(answer.headers().firstValue("Retry-After")).hasValue("60");
      assertThat(answer.body()).contains("ask again in a minute");
    }
    await().until(() -> get(token, "/api/tips").statusCode() == 200);
  }

  private String refusal(String wanted, String desk) {
    var refused = administrator.submit(PAGE, PAGE, Map.of("name", wanted, "desk", desk));
    assertThat(refused.statusCode()).isEqualTo(400);
    return refused.body();
  }

  private String make(String desk) {
    var page = administrator.submit(PAGE, PAGE, Map.of("name", name, "desk", desk));
    assertThat(page.statusCode()).isEqualTo(200);
    return Jsoup.parse(page.body()).select(".once code").eachText().getFirst();
  }

  private String atNews() {
    return postbox.post(word + " maji");
  }

  private String atWestern() {
    var reference = postbox.post(word + " mvua");
    move(reference);
    return reference;
  }

  private void move(String reference) {
    var version =
        jdbc.sql("select version from tips where reference = ?")
            .param(reference.replace("-", ""))
            .query(Long.class)
            .single();
    var editor = Newsroom.editor(editors, EDITOR).id();
    handover.move(Act.of(Newsroom.seats(editor, desks), reference, version), "western");
  }

  private UUID id() {
    return jdbc.sql("select id from api_tokens where name = ?")
        .param(name)
        .query(UUID.class)
        .single();
  }

  private String lastUsed() {
    return jdbc.sql(
            "select to_char(last_used_at at time zone 'UTC', 'YYYY-MM-DD HH24:MI:SS')"
                + " from api_tokens where name = ?")
        .param(name)
        .query(String.class)
        .single();
  }

  private HttpResponse<String> get(String token, String path) {
    return new Http(port).get(path, "Authorization", "Bearer " + token);
  }

  private static List<String> references(HttpResponse<String> answer) {
    return JsonMapper.shared().readTree(answer.body()).get("tips").findValuesAsString("reference");
  }
}
