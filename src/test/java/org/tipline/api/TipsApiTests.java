package org.tipline.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.http.HttpResponse;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.tipline.account.Desks;
import org.tipline.account.Editors;
import org.tipline.account.NewEditor;
import org.tipline.account.Newsroom;
import org.tipline.account.Role;
import org.tipline.account.Seats;
import org.tipline.account.Sight;
import org.tipline.channel.Details;
import org.tipline.channel.IncomingFile;
import org.tipline.moderation.Decision;
import org.tipline.moderation.Moderation;
import org.tipline.moderation.Queue;
import org.tipline.moderation.Tags;
import org.tipline.support.Http;
import org.tipline.support.StoreAway;
import org.tipline.triage.DeskTest;
import org.tipline.triage.Postbox;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@DeskTest
class TipsApiTests {

  private static final String[] BEARER = {"Authorization", "Bearer " + DeskTest.API_TOKEN};

  @Autowired private Postbox postbox;
  @Autowired private Editors editors;
  @Autowired private Moderation moderation;
  @Autowired private Tags tags;
  @Autowired private Queue queue;
  @Autowired private Desks desks;
  @Autowired private StoreAway store;
  @LocalServerPort private int port;

  /** A word nobody else's tip has. */
  private final String word = "w" + UUID.randomUUID().toString().replace("-", "");

  private Http http;

  @BeforeEach
  void connect() {
    http = new Http(port);
  }

  @Test
  void tipHasExactlyTheFieldsThatAreWrittenDown() {
    var reader = Postbox.someone();
    var reference = postbox.post(reader, "first " + word, Details.NONE);
    postbox.post(reader, "second " + word, Details.NONE);

    var tip = json("/api/tips/" + reference);

    assertThat(tip.propertyNames())
        .containsExactly(
            "reference",
            "state",
            "medium",
            "channel",
            "desk",
            "openedAt",
            "lastActivityAt",
            "reader",
            "claimedBy",
            "urgent",
            "submissions");
    assertThat(tip.get("reference").asString()).isEqualTo(reference);
    assertThat(tip.get("state").asString()).isEqualTo("WAITING");
    assertThat(tip.get("medium").asString()).isEqualTo("EMAIL");
    assertThat(tip.get("channel").asString()).isEqualTo("paper");
    assertThat(tip.get("desk").asString()).isEqualTo("news");
    assertThat(tip.get("claimedBy").isNull()).isTrue();
    assertThat(tip.get("urgent").asBoolean()).isFalse();
    assertThat(tip.get("reader").propertyNames()).containsExactly("id", "label", "tips");
    assertThat(tip.get("reader").get("tips").asInt()).isEqualTo(1);
    assertThat(tip.get("submissions").findValuesAsString("text"))
        .containsExactly("first " + word, "second " + word);
    var submission = tip.get("submissions").get(0);
    assertThat(submission.propertyNames())
        .containsExactly(
            "id", "externalId", "sentAt", "receivedAt", "text", "language", "attachments");
    assertThat(submission.get("language").asString()).isEqualTo("en");
    assertThat(submission.get("sentAt").asString()).endsWith("Z");
    assertThat(Instant.parse(submission.get("sentAt").asString()))
        .isBefore(Instant.parse(submission.get("receivedAt").asString()));
  }

  @Test
  void noAddressLeaves() {
    var reader = Postbox.someone();
    var reference = postbox.post(reader, word, Details.NONE);

    assertThat(get("/api/tips/" + reference).body()).doesNotContain("reader.example", "Akinyi");
    assertThat(get("/api/tips?q=" + word).body()).doesNotContain("reader.example", "Akinyi");
  }

  @Test
  void readerWhoLeftNoAddressIsNull() {
    var reference = postbox.post(null, word, Details.NONE);
    assertThat(json("/api/tips/" + reference).get("reader").isNull()).isTrue();
  }

  @Test
  void listCarriesTheFirstSubmissionOnly() {
    var reader = Postbox.someone();
    var reference = postbox.post(reader, "first " + word, Details.NONE);
    postbox.post(reader, "second " + word, Details.NONE);

    var tips = json("/api/tips?q=" + word).get("tips");

    assertThat(tips.findValuesAsString("reference")).containsExactly(reference);
    assertThat(tips.findValuesAsString("text")).containsExactly("first " + word);
  }

  @Test
  void claimIsShownByName() {
    var reference = postbox.post(word);
    moderation.claim(reference, editor("Achieng"));

    assertThat(json("/api/tips/" + reference).get("claimedBy").asString()).isEqualTo("Achieng");
  }

  @Test
  void listIsNarrowedByEachParameter() {
    var waiting = postbox.post("one " + word);
    var accepted = postbox.post("two " + word);
    moderation.decide(accepted, editor("Achieng"), version(accepted), new Decision.Accept());

    assertThat(references("q=" + word)).containsExactly(waiting, accepted);
    assertThat(references("state=WAITING&q=" + word)).containsExactly(waiting);
    assertThat(references("state=ACCEPTED&q=" + word)).containsExactly(accepted);
    assertThat(references("medium=EMAIL&desk=news&q=" + word)).containsExactly(waiting, accepted);
    assertThat(references("medium=SMS&q=" + word)).isEmpty();
    assertThat(references("state=&medium=&desk=&after=&limit=&q=" + word)).hasSize(2);
    assertThat(references("q=" + waiting)).containsExactly(waiting);
  }

  @Test
  void listIsNarrowedByWhatTheDeskNarrowsItBy() {
    var water = postbox.post("There has been no water for two weeks and nobody answers " + word);
    var file =
        postbox.post(
            Postbox.someone(),
            "Hakuna maji kwa wiki mbili sasa na watoto wanaumwa sana " + word,
            Details.NONE,
            new IncomingFile.Enclosed(new byte[] {1, 2, 3}, "nyaraka.bin", null));
    var name = "Achieng " + word;
    var achieng = editor(name);
    moderation.claim(water, achieng);
    tags.add(water, achieng, "Floods " + word);
    var opened = Instant.parse(json("/api/tips/" + file).get("openedAt").asString());

    assertThat(references("tag=floods+" + word)).containsExactly(water);
    assertThat(references("claimedBy=Achieng+" + word)).containsExactly(water);
    assertThat(references("claimedBy=nobody&q=" + word)).containsExactly(file);
    assertThat(references("hasFiles=true&q=" + word)).containsExactly(file);
    assertThat(references("language=en&q=" + word)).containsExactly(water);
    assertThat(references("openedFrom=" + opened + "&q=" + word)).contains(file);
    assertThat(references("openedBefore=2020-01-01T03:00:00%2B03:00&q=" + word)).isEmpty();
    assertThat(references("tag=&claimedBy=&hasFiles=&language=&openedFrom=&q=" + word)).hasSize(2);
  }

  @ParameterizedTest
  @ValueSource(strings = {"q", "tag", "state=SPAM&tag"})
  void pagesFollowEachOtherWithoutGapOrRepeat(String narrowed) {
    var me = editor("Achieng");
    var posted = new ArrayList<String>();
    for (var n = 0; n < 5; n++) {
      var tip = postbox.post(n + " " + word);
      posted.add(tip);
      tags.add(tip, me, word);
      moderation.claim(tip, me);
      moderation.decide(tip, me, version(tip), new Decision.Spam());
    }
    var list = "/api/tips?limit=2&" + narrowed + "=" + word;
    var seen = new ArrayList<String>();
    var page = json(list);
    seen.addAll(page.findValuesAsString("reference"));
    while (!page.get("next").isNull()) {
      page = json(list + "&after=" + page.get("next").asString());
      seen.addAll(page.findValuesAsString("reference"));
    }
    assertThat(seen).isEqualTo(posted);
  }

  @Test
  void referenceIsReadAsAPersonWritesIt() {
    var reference = postbox.post(word);
    var sloppy = reference.replace("-", "").toLowerCase(Locale.ROOT);
    assertThat(json("/api/tips/" + sloppy).get("reference").asString()).isEqualTo(reference);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "limit=0|limit",
        "limit=201|limit",
        "limit=-1|limit",
        "limit=x|limit",
        "limit=1e2|limit",
        "limit=99999999999|limit",
        "limit=1&limit=2|limit",
        "state=NEW|state must be one of WAITING",
        "state=waiting|state",
        "medium=FAX|medium must be one of SMS",
        "desk=nobody|desk must be one",
        "claimedBy=Mtu|claimedBy must be nobody",
        "hasFiles=yes|hasFiles must be true",
        "language=fr|language must be one of en, sw",
        "openedFrom=today|openedFrom must be a time",
        "openedBefore=2026-13-01T00:00:00Z|openedBefore must be a time",
        "tag=aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa|tag must be at most 40",
        "q=%FF%FE|UTF-8",
        "after=x|page mark",
        "after=AAAA|page mark",
        "state=%3Cscript%3E|state"
      })
  void badQueryIsAProblemThatSaysWhatWouldBeRight(String query, String detail) {
    var answer = get("/api/tips?" + query);

    assertProblem(answer, 400);
    assertThat(parse(answer).get("detail").asString()).contains(detail).endsWith(".");
  }

  @ParameterizedTest
  @ValueSource(strings = {"%00", "%25", "_", "%27", "%5C", "%F0%9F%98%80", "+"})
  void anyCharacterMayBeLookedFor(String q) {
    assertThat(get("/api/tips?q=" + q).statusCode()).isEqualTo(200);
  }

  @Test
  void endlessSearchIsRefused() {
    assertProblem(get("/api/tips?q=" + "x".repeat(201)), 400);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/api/tips/K7F-3QXX",
        "/api/tips/nothing",
        "/api/tips/%27",
        "/api",
        "/api/editors",
        "/api/tips/K7F-3QXM/notes"
      })
  void whatIsNotThereIsAProblem(String path) {
    assertProblem(get(path), 404);
  }

  @Test
  void withoutATokenNothingIsRead() {
    assertProblem(http.get("/api/tips"), 401);
    assertProblem(http.get("/api/tips", "Authorization", "Bearer " + "x".repeat(40)), 401);
    assertProblem(http.get("/api/tips?access_token=" + DeskTest.API_TOKEN), 401);
  }

  @Test
  void tokenOnlyReads() {
    var answer = http.post("/api/tips", "application/json", new byte[] {'{', '}'}, BEARER);
    assertThat(answer.statusCode()).isIn(403, 405);
    assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/problem+json");
  }

  @Test
  void onlyJsonIsSpoken() {
    assertProblem(http.get("/api/tips", BEARER[0], BEARER[1], "Accept", "application/xml"), 404);
  }

  private void assertProblem(HttpResponse<String> answer, int status) {
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
    assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/problem+json");
    assertThat(parse(answer).get("status").asInt()).isEqualTo(status);
    assertThat(answer.body()).doesNotContain("Exception", "org.tipline", "trace");
  }

  @Test
  void asksToTryAgainWhileTheDatabaseIsAway() throws Exception {
    try (var _ = store.begin(StoreAway.Way.GONE)) {
      var answer = get("/api/tips");

      assertThat(answer.statusCode()).isEqualTo(503);
      assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/problem+json");
    }
    await().until(() -> get("/api/tips").statusCode() == 200);
  }

  private Seats editor(String name) {
    var address = UUID.randomUUID() + "@desk.example";
    var id = editors.create(new NewEditor(address, name, Set.of(Role.EDITOR), Set.of(), null)).id();
    return Newsroom.seats(id, desks);
  }

  private List<String> references(String query) {
    return json("/api/tips?" + query).get("tips").findValuesAsString("reference");
  }

  private long version(String reference) {
    return queue.find(Sight.EVERYWHERE, reference).orElseThrow().tip().version();
  }

  private HttpResponse<String> get(String path) {
    return http.get(path, BEARER);
  }

  private JsonNode json(String path) {
    var answer = get(path);
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    return parse(answer);
  }

  private static JsonNode parse(HttpResponse<String> answer) {
    return JsonMapper.shared().readTree(answer.body());
  }
}
