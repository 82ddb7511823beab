package org.tipline.triage;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.tipline.account.Desks;
import org.tipline.account.SeatRole;
import org.tipline.account.Sight;
import org.tipline.moderation.Queue;
import org.tipline.support.SettableClock;

/** Every act by its plain form, as a browser without JavaScript sends it. */
@DeskTest
class ActScreensTests {

  /** A word nobody else's tip has, so that the list beside is ours alone. */
  private final String word = "w" + UUID.randomUUID().toString().replace("-", "");

  private final String list = "?q=" + word;

  @Autowired private Postbox postbox;
  @Autowired private Visitors visitors;
  @Autowired private Queue queue;
  @Autowired private Desks desks;
  @Autowired private SettableClock clock;

  private Visitor achieng;
  private Visitor otieno;
  private String first;
  private String second;

  @BeforeEach
  void signIn() {
    achieng = visitors.editor("Achieng Otieno");
    otieno = visitors.editor("Otieno");
    desks.open("western", "Western");
    first = postbox.post("Mafuriko " + word);
    second = postbox.post("Ajali " + word);
  }

  @Test
  void decisionGoesOnToTheNextTipAndCanBeUndoneThere() {
    var answer = press(first, "decisions", Map.of("kind", "accept"));

    assertThat(location(answer)).isEqualTo("/desk/tips/" + second + list);
    var next = achieng.page(location(answer));
    assertThat(next.select("#undo p").text()).isEqualTo(first + " accepted");
    var undone = send(next.expectFirst("#undo form"), Map.of());
    assertThat(location(undone)).isEqualTo("/desk/tips/" + first + list);
    assertThat(achieng.page(location(undone)).select("#undo").text())
        .isEqualTo(first + " is as it was");
    assertThat(page(first).select(".history").text()).contains("undid by Achieng Otieno accepted");
    assertThat(page(first).select(".rows [data-reference]").eachAttr("data-reference"))
        .containsExactly(first, second);
  }

  @Test
  void afterTheLastTipTheListStartsAnewAndAtItsEndItIsEmpty() {
    var answer = press(second, "decisions", Map.of("kind", "accept"));
    assertThat(location(answer)).isEqualTo("/desk/tips/" + first + list);
    var last = press(first, "decisions", Map.of("kind", "spam"));
    assertThat(location(last)).isEqualTo("/desk" + list);
    assertThat(achieng.page(location(last)).select("#undo p").text())
        .isEqualTo(first + " marked as spam");
  }

  @Test
  void undoThatComesTooLateSaysWhatToDo() {
    var next = achieng.page(location(press(first, "decisions", Map.of("kind", "accept"))));
    clock.pass(Duration.ofSeconds(30));

    var answer = send(next.expectFirst("#undo form"), Map.of());

    assertThat(answer.statusCode()).isEqualTo(409);
    assertThat(text(answer, ".problem")).contains("too late");
  }

  @Test
  void formThatComesTwiceActsOnceAndAnswersTheSame() {
    var form = form(first, "decisions", "accept");
    var once = send(form, Map.of("kind", "accept"));
    var twice = send(form, Map.of("kind", "accept"));

    assertThat(once.statusCode()).isEqualTo(302);
    assertThat(location(twice)).isEqualTo(location(once));
    assertThat(page(first).select(".history li")).hasSize(2);
  }

  @Test
  void staleFormShowsWhatTheColleagueDidAndOffersBothChoices() {
    var form = form(first, "decisions", "accept");
    reject(otieno, first, "old <news>");

    var refused = send(form, Map.of("kind", "accept"));

    assertThat(refused.statusCode()).isEqualTo(409);
    assertThat(text(refused, "#problem p")).matches("Otieno rejected this \\d+ s ago: old <news>");
    var choices = Jsoup.parse(refused.body()).expectFirst("#problem .choices");
    assertThat(choices.select("a").text()).isEqualTo("Leave it so");
    assertThat(choices.select("button").text()).isEqualTo("Accept it anyway");
    assertThat(page(first).select(".tip > header").text()).contains("Not used");

    send(choices.expectFirst("form"), Map.of());
    assertThat(page(first).select(".tip > header").text()).contains("Accepted");
    assertThat(page(first).select(".history").text())
        .contains("rejected by Otieno", "reopened by Achieng", "accepted by Achieng");
  }

  @Test
  void reasonIsTheDesksOwnWithTheEditorsWords() {
    var reasons = page(first).select(".act input[name=because]").eachAttr("value");
    assertThat(reasons).contains("Not our area", "");
    press(
        first,
        "decisions",
        Map.of("kind", "reject", "because", "Not our area", "reason", "Uganda"));
    assertThat(page(first).select(".history .detail").text()).contains("Not our area: Uganda");
  }

  @Test
  void tipMovesToAnotherDesk() {
    assertThat(page(first).select(".act select[name=toDesk] option").eachAttr("value"))
        .contains("western")
        .doesNotContain("news");
    press(first, "moves", Map.of("toDesk", "western"));
    assertThat(page(first).select(".tip > header .chip").eachText()).contains("Western");
    assertThat(text(press(first, "moves", Map.of("toDesk", "nowhere")), "#problem"))
        .contains("Pick one of the desks.");
  }

  @Test
  void tipIsHandedToAColleague() {
    press(first, "assignments", Map.of("to", otieno.id().toString()));
    assertThat(page(first).select(".on-it").text()).isEqualTo("Otieno is on it");
    assertThat(otieno.page("/desk?state=MINE&q=" + word).select(".row .reference").eachText())
        .containsExactly(first);
    assertThat(
            press(second, "assignments", Map.of("to", UUID.randomUUID().toString())).statusCode())
        .isEqualTo(400);
    assertThat(press(second, "assignments", Map.of("to", "x")).statusCode()).isEqualTo(400);
  }

  @ParameterizedTest
  @CsvSource({"1h,", "4h,", "morning,", "reader,", "until,2099-01-01T10:00", "until,x", "never,"})
  void tipIsPutOffToATimeThatMakesSense(String howLong, String until) {
    var fields = new HashMap<>(Map.of("for", howLong));
    if (until != null) {
      fields.put("until", until);
    }
    var answer = press(first, "snoozes", fields);

    if (until != null || howLong.equals("never")) {
      assertThat(answer.statusCode()).isEqualTo(400);
      assertThat(text(answer, "#problem")).isNotEmpty();
    } else {
      assertThat(location(answer)).isEqualTo("/desk/tips/" + second + list);
      assertThat(achieng.page("/desk?state=SNOOZED&q=" + word).select(".row .tail").text())
          .contains("until");
      assertThat(page(first).select(".tip > header").text()).contains("put off until");
    }
  }

  @Test
  void tagsAreAddedAndTakenOff() {
    press(first, "tags", Map.of("tags", "Floods, <b>Budalang’i</b>"));
    assertThat(page(first).select(".tip > header .tag span").eachText())
        .containsExactly("<b>budalang’i</b>", "floods");
    assertThat(row(first).select(".chip.tag").eachText()).contains("floods");
    press(first, "tag-removals", Map.of("tag", "floods"));
    assertThat(row(first).select(".chip.tag").eachText()).doesNotContain("floods");
    assertThat(press(first, "tags", Map.of("tags", "x".repeat(41))).statusCode()).isEqualTo(400);
  }

  @Test
  void tipIsMergedByReferenceAndSeparated() {
    var answer = press(second, "merges", Map.of("with", first));
    assertThat(location(answer)).isEqualTo("/desk/tips/" + first + list);
    assertThat(page(first).select("article")).hasSize(2);
    assertThat(page(second).select(".said:not([hidden]) a").text()).isEqualTo(first);
    press(second, "separations", Map.of());
    assertThat(page(first).select("article")).hasSize(1);
    assertThat(press(second, "merges", Map.of("with", "K7F-3QXX")).statusCode()).isEqualTo(404);
    assertThat(press(second, "merges", Map.of("with", second)).statusCode()).isEqualTo(400);
  }

  @Test
  void bulkActsOnWhatItCanAndNamesTheRest() {
    var picks = picks();
    reject(otieno, first, "old");

    var answer = bulk(picks, Map.of("kind", "accept"));

    var after = achieng.page(location(answer));
    assertThat(after.select("#undo p").text()).isEqualTo("1 tip accepted");
    assertThat(after.select("#undo li").eachText())
        .singleElement()
        .asString()
        .matches(first + ": Otieno rejected this \\d+ s ago: old");
    send(after.expectFirst("#undo form"), Map.of());
    assertThat(page(second).select(".history").text()).contains("accepted", "undid");
  }

  @Test
  void bulkThatComesTwiceActsOnce() {
    var picks = picks();
    var act = UUID.randomUUID().toString();
    bulk(picks, Map.of("kind", "spam", "act", act));
    var again = achieng.page(location(bulk(picks, Map.of("kind", "spam", "act", act))));
    assertThat(again.select("#undo p").text()).isEqualTo("2 tips marked as spam");
    assertThat(page(first).select(".history li")).hasSize(2);
  }

  @Test
  void noteOnManyThatComesTwiceIsWrittenOnce() {
    var note = Map.of("kind", "note", "text", "Called", "act", UUID.randomUUID().toString());
    var picks = picks();
    bulk(picks, note);
    bulk(picks, note);
    for (var tip : List.of(first, second)) {
      assertThat(page(tip).select(".note .text").eachText()).containsExactly("Called");
    }
  }

  @Test
  void bulkKnowsEveryAct() {
    bulk(picks(), Map.of("kind", "tag", "tags", "floods"));
    bulk(picks(), Map.of("kind", "note", "text", "the same"));
    bulk(picks(), Map.of("kind", "take"));
    bulk(picks(), Map.of("kind", "move", "toDesk", "western"));
    bulk(picks(), Map.of("kind", "assign", "to", achieng.id().toString()));
    bulk(picks(), Map.of("kind", "snooze", "for", "reader"));
    assertThat(page(first).select(".history").text())
        .contains("tagged", "wrote a note", "claimed", "moved", "assigned", "put off");
  }

  @Test
  void bulkMergesIntoTheOldest() {
    var answer = bulk(picks(), Map.of("kind", "merge"));
    assertThat(achieng.page(location(answer)).select("#undo p").text())
        .isEqualTo("Merged into " + first);
    assertThat(page(first).select("article")).hasSize(2);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "accept", "reject", "move", "assign", "note", "tag", "merge", "x"})
  void bulkOfNothingOrWithoutWhatItNeedsIsExplained(String kind) {
    var answer = bulk("", Map.of("kind", kind));
    assertThat(answer.statusCode()).isEqualTo(400);
    assertThat(text(answer, ".problem")).isNotEmpty();
    assertThat(bulk("&pick=" + first + ":x", Map.of("kind", "accept")).statusCode()).isEqualTo(400);
  }

  @Test
  void htmxGetsTheTipAloneAndKeepsItsAddress() {
    var answer =
        achieng.get("/desk/tips/" + first + list, "HX-Request", "true", "HX-Target", "tip");
    var part = Jsoup.parse(answer.body());
    assertThat(part.select("#tip")).hasSize(1);
    assertThat(part.select("#list, .bar, #rail")).isEmpty();

    var missing = achieng.get("/desk/tips/K7F-3QXX", "HX-Request", "true", "HX-Target", "tip");
    assertThat(missing.statusCode()).isEqualTo(404);
    assertThat(missing.headers().firstValue("HX-Push-Url")).hasValue("false");
    var back =
        achieng.get(
            "/desk/tips/" + first,
            "HX-Request",
            "true",
            "HX-Target",
            "tip",
            "HX-History-Restore-Request",
            "true");
    assertThat(Jsoup.parse(back.body()).select(".bar, #list, #tip")).hasSize(3);
  }

  @Test
  void livePageGetsWhatCanHaveChanged() {
    var page = achieng.page("/desk/live" + list + "&open=" + first);
    assertThat(page.select("[hx-swap-oob]").eachAttr("id"))
        .filteredOn(id -> !id.startsWith("after-"))
        .containsExactly("rail", "waits", "list", "shown", "writing");
    assertThat(page.select("#list [aria-current]").attr("data-reference")).isEqualTo(first);
    assertThat(page.select("#shown").attr("data-version")).isEqualTo(version(first));
  }

  @Test
  void habitsAreKeptForTheEditorAlone() {
    achieng.submit("/desk/habits", "/desk/habits", Map.of("covers", "true"));
    assertThat(achieng.page("/desk").select("body").attr("data-keys")).isEqualTo("off");
    assertThat(otieno.page("/desk").select("body").attr("data-keys")).isEqualTo("on");
    achieng.submit("/desk/habits", "/desk/habits", Map.of("keys", "true", "covers", "true"));
    assertThat(achieng.page("/desk").select("body").attr("data-keys")).isEqualTo("on");
  }

  @Test
  void deskHasTimesAndReasonsOfItsOwn() {
    var western = desks.find("western").orElseThrow().id();
    var wambui = visitors.seated(Map.of(western, SeatRole.LEAD));
    var ways = "/desk/desks/western";
    assertThat(keep(wambui, ways, "1", "2", "Far\r\n\r\nOld\n").statusCode()).isEqualTo(302);
    press(first, "moves", Map.of("toDesk", "western"));
    clock.pass(Duration.ofSeconds(130));

    assertThat(row(first).classNames()).contains("red");
    assertThat(row(second).classNames()).doesNotContain("red", "amber");
    assertThat(page(first).select(".act input[name=because]").eachAttr("value"))
        .containsExactly("Far", "Old", "");
    assertThat(keep(wambui, ways, "3", "2", "").statusCode()).isEqualTo(400);
    assertThat(achieng.get("/desk/desks/nowhere").statusCode()).isEqualTo(404);
  }

  @Test
  void waysThatAColleagueChangedMeanwhileAreShownAndNotOverwritten() {
    var western = desks.find("western").orElseThrow().id();
    var wambui = visitors.seated(Map.of(western, SeatRole.LEAD));
    var ways = "/desk/desks/western";
    var shown = wambui.page(ways).select("main [name=version]").val();
    keep(visitors.seated(Map.of(western, SeatRole.LEAD)), ways, "5", "7", "Hers");

    var stale =
        wambui.submit(
            ways, ways, Map.of("amber", "3", "red", "9", "reasons", "Mine", "version", shown));

    assertThat(stale.statusCode()).isEqualTo(409);
    var page = Jsoup.parse(stale.body());
    assertThat(page.select("main .problem").text()).startsWith("A colleague has changed this");
    assertThat(page.select("main").text()).contains("amber after 5 minutes", "Hers");
    assertThat(page.select("#reasons").text()).isEqualTo("Mine");
    assertThat(wambui.page(ways).select("#reasons").text()).isEqualTo("Hers");
    assertThat(keep(wambui, ways, "3", "9", "Mine").statusCode()).isEqualTo(302);
  }

  private static HttpResponse<String> keep(
      Visitor who, String ways, String amber, String red, String reasons) {
    var version = who.page(ways).select("main [name=version]").val();
    return who.submit(
        ways, ways, Map.of("amber", amber, "red", red, "reasons", reasons, "version", version));
  }

  private Document page(String reference) {
    return achieng.page("/desk/tips/" + reference + list);
  }

  private Element row(String reference) {
    return achieng.page("/desk" + list).expectFirst(".row:has([data-reference=" + reference + "])");
  }

  /** Presses the button that does it on the tip's own page. */
  private HttpResponse<String> press(String reference, String noun, Map<String, String> fields) {
    var all = new HashMap<>(fields);
    all.put("version", version(reference));
    all.put("mark", page(reference).select("input[name=mark]").attr("value"));
    return achieng.submit("/desk", "/desk/tips/" + reference + "/" + noun + list, all);
  }

  private Element form(String reference, String noun, String kind) {
    return page(reference)
        .expectFirst("form[action*=" + noun + "]:has(button[value=" + kind + "])");
  }

  /** Sends a form as it stands, with what its button adds. */
  private HttpResponse<String> send(Element form, Map<String, String> more) {
    var fields = new HashMap<String, String>();
    form.select("input[type=hidden]")
        .forEach(field -> fields.put(field.attr("name"), field.attr("value")));
    fields.remove("_csrf");
    fields.putAll(more);
    return achieng.submit("/desk", form.attr("action"), fields);
  }

  private void reject(Visitor editor, String reference, String reason) {
    var fields = Map.of("kind", "reject", "version", version(reference), "reason", reason);
    editor.submit("/desk", "/desk/tips/" + reference + "/decisions", fields);
  }

  private String picks() {
    return "&pick=" + first + ":" + version(first) + "&pick=" + second + ":" + version(second);
  }

  private HttpResponse<String> bulk(String picks, Map<String, String> fields) {
    return achieng.submit("/desk", "/desk/bulk" + list + picks, fields);
  }

  private String version(String reference) {
    return Long.toString(queue.row(Sight.EVERYWHERE, reference).orElseThrow().version());
  }

  private static String location(HttpResponse<String> answer) {
    return answer.headers().firstValue("Location").orElseThrow(() -> new AssertionError(answer));
  }

  private static String text(HttpResponse<String> answer, String where) {
    return Jsoup.parse(answer.body()).select(where).text();
  }
}
