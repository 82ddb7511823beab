package org.tipline.triage;

import static java.util.concurrent.TimeUnit.MILLISECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import org.awaitility.core.ConditionTimeoutException;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.tipline.account.Desk;
import org.tipline.account.Desks;
import org.tipline.account.SeatRole;
import org.tipline.account.Seating;
import org.tipline.channel.Details;

/** What an editor of one desk learns of another: nothing, by whatever way they ask. */
@DeskTest
class OtherDesksTests {

  /** Any form but the filters and the list one keeps for oneself. */
  private static final String ACT = "form:not([method=get]):not(.save)";

  private final String word = "w" + UUID.randomUUID().toString().replace("-", "");

  @Autowired private Postbox postbox;
  @Autowired private Visitors visitors;
  @Autowired private Desks desks;
  @Autowired private Seating seating;
  @Autowired private JdbcClient jdbc;

  private DeskThings things;
  private Desk own;
  private Desk other;
  private Visitor insider;
  private Visitor both;
  private String mine;
  private String theirs;

  @BeforeEach
  void twoDesksWithATipEach() {
    things = new DeskThings(postbox, desks, jdbc);
    own = things.desk();
    other = things.desk();
    insider = visitors.seated(Map.of(own.id(), SeatRole.EDITOR));
    both = visitors.seated(Map.of(own.id(), SeatRole.EDITOR, other.id(), SeatRole.EDITOR));
    mine = things.tip(own, "Maji " + word);
    theirs = things.tip(other, "Siri " + word);
  }

  @Test
  void listsAndCountsAreOfOnesOwnDesks() {
    for (var list : List.of("/desk", "/desk?state=ALL", "/desk?state=WAITING", "/desk/live")) {
      assertThat(references(insider, list)).as(list).containsExactly(mine);
      assertThat(references(both, list)).as(list).containsExactlyInAnyOrder(mine, theirs);
    }
    var rail = insider.page("/desk").expectFirst("#rail").text();
    assertThat(rail).startsWith("Queue Waiting 1 Mine 0").contains(own.name());
    assertThat(rail).doesNotContain(other.name());
    assertThat(both.page("/desk").expectFirst("#rail").text()).startsWith("Queue Waiting 2 Mine 0");
    assertThat(insider.page("/desk").select("#waits").text()).doesNotContain(other.name());
  }

  @Test
  void filterByAnotherDeskIsOneByADeskThatIsNotThere() {
    var theirDesk = insider.get("/desk?desk=" + other.slug());
    var noDesk = insider.get("/desk?desk=nowhere");

    assertThat(theirDesk.statusCode()).isEqualTo(noDesk.statusCode()).isEqualTo(400);
    assertThat(text(theirDesk).replace(other.slug(), "nowhere")).isEqualTo(text(noDesk));
  }

  @Test
  void pagesOfSeveralDesksGoOnWhereTheyEnded() {
    for (var n = 0; n < 60; n++) {
      things.tip(n % 3 == 0 ? own : other, "Maji");
    }
    var first = both.page("/desk");
    var next = both.page(first.expectFirst("a[rel=next]").attr("href"));

    assertThat(first.select(".rows li")).hasSize(50);
    assertThat(next.select(".rows li")).hasSize(12);
    assertThat(next.select(".rows a").eachAttr("data-reference"))
        .doesNotContainAnyElementsOf(first.select(".rows a").eachAttr("data-reference"));
    assertThat(references(insider, "/desk")).hasSize(21);
  }

  @Test
  void searchFindsNothingOfAnotherDesk() {
    await().until(() -> references(both, "/desk?q=" + word).size() == 2);

    assertThat(references(insider, "/desk?q=" + word)).containsExactly(mine);
    assertThat(references(insider, "/desk?state=ALL&q=" + word)).containsExactly(mine);
    var named = insider.get("/desk?q=" + theirs);
    assertThat(named.statusCode()).isEqualTo(200);
    assertThat(both.get("/desk?q=" + theirs).statusCode()).isEqualTo(302);
  }

  @Test
  void readersOtherTipsAreCountedWhereTheyAreSeen() {
    var reader = Postbox.someone();
    var one = postbox.post(reader, "Maji", Details.NONE);
    jdbc.sql("update tips set desk_id = ?, last_activity_at = 'epoch' where reference = ?")
        .params(other.id(), one.replace("-", ""))
        .update();
    var two = postbox.post(reader, "Maji tena", Details.NONE);
    jdbc.sql("update tips set desk_id = ? where reference = ?")
        .params(own.id(), two.replace("-", ""))
        .update();

    assertThat(both.page("/desk/tips/" + two).select(".tip > header").text()).contains("2nd tip");
    assertThat(insider.page("/desk/tips/" + two).select(".tip > header").text())
        .contains("1st tip");
  }

  @Test
  void sameWordsAreRemarkedAtTheirOwnDeskOnly() {
    var reader = Postbox.someone();
    var before = postbox.post(reader, "Siri " + word, Details.NONE);
    jdbc.sql("update tips set desk_id = ?, last_activity_at = 'epoch' where reference = ?")
        .params(other.id(), before.replace("-", ""))
        .update();
    var again = postbox.post(reader, "Siri " + word, Details.NONE);

    var editor = visitors.editor("Achieng");
    assertThat(editor.page("/desk/tips/" + again).select("#tip").text()).contains("Siri " + word);
    assertThat(editor.page("/desk/tips/" + again).text())
        .doesNotContain(before)
        .doesNotContain("same words");
  }

  @Test
  void wordsThatOnlyAnotherDeskHasAreAsUnknownAsAny() {
    things.tip(other, "only" + word);
    await().until(() -> references(both, "/desk?q=only" + word).size() == 1);
    assertThat(text(insider.get("/desk?q=only" + word)).replace("only" + word, "none" + word))
        .isEqualTo(text(insider.get("/desk?q=none" + word)));
  }

  @Test
  void tagOfAnotherDeskIsATagThatIsGone() {
    act(both, theirs, "tags", Map.of("tags", word));
    insider.submit("/desk", "/desk/views?tagged=" + word, Map.of("name", "V" + word));

    assertThat(insider.page("/desk").select("#rail a:has(bdi)").text()).contains("gone");
  }

  @Test
  void bulkTellsOfAnotherDesksTipAsOfOneThatIsNotThere() {
    var unknown = DeskThings.unknownReference();
    var answer = bulk(insider, "accept", mine, theirs, unknown);

    var said = insider.page(location(answer)).select("#undo").text();
    assertThat(said).contains("1 tip accepted");
    assertThat(said)
        .contains(theirs + ": No tip has the reference " + theirs + ".")
        .contains(unknown + ": No tip has the reference " + unknown + ".");
    assertThat(things.state(mine)).isEqualTo("ACCEPTED");
    assertThat(things.state(theirs)).isEqualTo("WAITING");
  }

  @Test
  void mergingWithAnotherDesksTipIsMergingWithNothing() {
    var unknown = DeskThings.unknownReference();
    var withTheirs = merge(insider, mine, theirs);
    var withNothing = merge(insider, mine, unknown);

    assertThat(withTheirs.statusCode()).isEqualTo(withNothing.statusCode()).isEqualTo(404);
    assertThat(text(withTheirs).replace(theirs, unknown)).isEqualTo(text(withNothing));
    var third = things.tip(own, "Maji");
    assertThat(bulk(insider, "merge", mine, third, theirs).statusCode())
        .isEqualTo(bulk(insider, "merge", mine, third, unknown).statusCode())
        .isEqualTo(404);
    assertThat(things.state(third)).isEqualTo("WAITING");
    assertThat(things.state(theirs)).isEqualTo("WAITING");
  }

  @Test
  void whatIsMergedIsAtTheDeskOfTheTipItIsIn() {
    var file = "/desk/files/" + things.file(theirs);
    assertThat(insider.get(file).statusCode()).isEqualTo(404);
    var outsider = visitors.seated(Map.of(other.id(), SeatRole.EDITOR));

    assertThat(merge(both, mine, theirs).statusCode()).isEqualTo(302);

    assertThat(insider.page("/desk/tips/" + mine).select("article").text()).contains("Siri");
    assertThat(insider.get(file).statusCode()).isEqualTo(200);
    assertThat(outsider.get("/desk/tips/" + theirs).statusCode()).isEqualTo(404);
    assertThat(outsider.get(file).statusCode()).isEqualTo(404);

    act(both, mine, "moves", Map.of("toDesk", other.slug()));
    assertThat(insider.get(file).statusCode()).isEqualTo(404);
    assertThat(outsider.get(file).statusCode()).isEqualTo(200);
  }

  @Test
  void tipHandedToAnotherDeskIsGoneAndComesBackByUndo() {
    var act = UUID.randomUUID().toString();
    var fields = Map.of("act", act, "version", things.version(mine), "toDesk", other.slug());
    var moves = "/desk/tips/" + mine + "/moves";
    var once = insider.submit("/desk/habits", moves, fields);
    var twice = insider.submit("/desk/habits", moves, fields);

    assertThat(once.statusCode()).isEqualTo(302);
    assertThat(location(twice)).isEqualTo(location(once));
    assertThat(insider.get("/desk/tips/" + mine).statusCode()).isEqualTo(404);
    assertThat(act(insider, mine, "claim", Map.of()).statusCode()).isEqualTo(404);

    insider.submit("/desk/habits", "/desk/undos", Map.of("act", act));
    assertThat(insider.get("/desk/tips/" + mine).statusCode()).isEqualTo(200);
  }

  @Test
  void claimEndsWhereItsHolderDoesNotWork() {
    act(insider, mine, "claim", Map.of());
    act(insider, mine, "moves", Map.of("toDesk", other.slug()));
    assertThat(things.claimedBy(mine)).isEmpty();

    act(both, theirs, "claim", Map.of());
    act(both, theirs, "moves", Map.of("toDesk", own.slug()));
    assertThat(things.claimedBy(theirs)).isEqualTo(both.id().toString());
  }

  @Test
  void tipIsHandedOnlyToWhoWorksAtItsDesk() {
    var viewer = visitors.seated(Map.of(own.id(), SeatRole.VIEWER));
    var outsider = visitors.seated(Map.of(other.id(), SeatRole.LEAD));
    for (var nobody : List.of(viewer, outsider)) {
      var to = Map.of("to", nobody.id().toString());
      assertThat(act(insider, mine, "assignments", to).statusCode()).isEqualTo(400);
    }
    var to = Map.of("to", both.id().toString());
    assertThat(act(insider, mine, "assignments", to).statusCode()).isEqualTo(302);
    assertThat(things.claimedBy(mine)).isEqualTo(both.id().toString());
    assertThat(insider.page("/desk/tips/" + mine).select("#tip-to option").eachAttr("value"))
        .containsExactlyInAnyOrder(insider.id().toString(), both.id().toString());
  }

  @Test
  void viewerReadsAndIsOfferedNothing() {
    var viewer = visitors.seated(Map.of(own.id(), SeatRole.VIEWER));
    var page = viewer.page("/desk/tips/" + mine);

    assertThat(page.select("article").text()).contains("Maji");
    assertThat(page.select("main " + ACT)).isEmpty();
    assertThat(page.select("main [data-key], .rows input")).isEmpty();
    assertThat(page.select(".act").text()).startsWith("You read at this desk.");
    assertThat(viewer.page("/desk/live?open=" + mine).select(ACT + ", .rows input")).isEmpty();
    assertThat(bulk(viewer, "accept", mine).statusCode()).isEqualTo(403);
  }

  @Test
  void streamTellsOfOnesOwnDesksOnly() {
    var lines = listen(insider);
    var all = listen(both);
    await().until(() -> !lines.isEmpty() && !all.isEmpty());
    var token = both.page("/desk").select("input[name=_csrf]").attr("value");

    both.post("/desk/readings", "page=a" + word + "&reference=" + theirs + "&_csrf=" + token);
    // two notes: after five seconds without a word all are told, which is not to come in between
    act(both, theirs, "notes", Map.of("text", "Called"));
    await().until(() -> all.contains("event:queue") && text(all).contains(theirs));
    assertThat(text(lines)).doesNotContain(theirs);
    all.clear();
    lines.clear();
    act(both, theirs, "notes", Map.of("text", "Called again"));
    await().until(() -> all.contains("event:queue"));
    await().during(400, MILLISECONDS).until(() -> !lines.contains("event:queue"));

    both.post("/desk/readings", "page=a" + word + "&reference=" + mine + "&_csrf=" + token);
    act(both, mine, "notes", Map.of("text", "Called"));
    await().until(() -> lines.contains("event:queue") && text(lines).contains(mine));
  }

  @Test
  void deskThatLosesATipIsToldToo() {
    var lines = listen(insider);
    await().until(() -> !lines.isEmpty());
    act(both, mine, "moves", Map.of("toDesk", other.slug()));
    await().atMost(Duration.ofSeconds(2)).until(() -> lines.contains("event:queue"));
  }

  @Test
  void seatThatIsTakenAwayTakesAllWithItAtOnce() {
    act(insider, mine, "claim", Map.of());
    var lines = listen(insider);
    await().until(() -> !lines.isEmpty());

    seating.take(own.id(), insider.id());

    await().until(() -> lines.contains("(end)"));
    assertThat(things.claimedBy(mine)).isEmpty();
    assertThat(insider.get("/desk/tips/" + mine).statusCode()).isEqualTo(404);
    assertThat(insider.page("/desk").select("#list").text()).startsWith("You sit at no desk yet.");

    seating.give(own.id(), insider.id(), SeatRole.EDITOR);
    assertThat(insider.get("/desk/tips/" + mine).statusCode()).isEqualTo(200);
  }

  @Test
  void editorWhoMayOnlyReadFromNowOnHoldsNothing() {
    act(insider, mine, "claim", Map.of());
    seating.give(own.id(), insider.id(), SeatRole.VIEWER);

    assertThat(things.claimedBy(mine)).isEmpty();
    assertThat(act(insider, mine, "claim", Map.of()).statusCode()).isEqualTo(403);
  }

  private HttpResponse<String> merge(Visitor who, String tip, String with) {
    return act(who, tip, "merges", Map.of("with", with));
  }

  private HttpResponse<String> act(
      Visitor who, String tip, String noun, Map<String, String> fields) {
    var all = new HashMap<>(fields);
    all.put("version", things.version(tip));
    return who.submit("/desk/habits", "/desk/tips/" + tip + "/" + noun, all);
  }

  private HttpResponse<String> bulk(Visitor who, String kind, String... tips) {
    var token = who.page("/desk/habits").select("input[name=_csrf]").attr("value");
    var picks = new StringBuilder();
    for (var tip : tips) {
      picks.append("&pick=").append(tip).append("%3A0");
    }
    return who.post("/desk/bulk", "_csrf=" + token + "&kind=" + kind + picks);
  }

  private static List<String> references(Visitor who, String list) {
    return who.page(list).select(".rows a[data-reference]").eachAttr("data-reference");
  }

  private static String location(HttpResponse<?> answer) {
    return answer.headers().firstValue("Location").orElse("");
  }

  private static String text(HttpResponse<String> answer) {
    return Jsoup.parse(answer.body()).text();
  }

  private static String text(List<String> lines) {
    return String.join("\n", lines);
  }

  /** As a browser does: news of the seat that was just given may end a stream that is just open. */
  private static List<String> listen(Visitor who) {
    while (true) {
      var lines = open(who);
      try {
        await().atMost(600, MILLISECONDS).until(() -> lines.contains("(end)"));
      } catch (ConditionTimeoutException stands) {
        return lines;
      }
    }
  }

  private static List<String> open(Visitor who) {
    var lines = new CopyOnWriteArrayList<String>();
    var answer = who.get("/desk/events", BodyHandlers.ofLines(), "Accept", "text/event-stream");
    Thread.startVirtualThread(
        () -> {
          answer.body().forEach(lines::add);
          lines.add("(end)");
        });
    return lines;
  }
}
