package org.tipline.triage;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.tipline.account.Role;
import org.tipline.channel.Details;
import org.tipline.channel.Location;
import org.tipline.channel.Mark;

@DeskTest
class TipScreenTests {

  @Autowired private Postbox postbox;
  @Autowired private Visitors visitors;

  private Visitor achieng;
  private String tip;

  @BeforeEach
  void signIn() {
    achieng = visitors.editor("Achieng");
    tip = "/desk/tips/" + postbox.post("Mafuriko Budalang’i");
  }

  @Test
  void everythingTheReaderSentIsShown() {
    var details =
        new Details(
            "Flood",
            "> On Monday the desk wrote",
            "Budalang’i",
            new Location(0.1287, 33.9836, "Shule", "Busia"),
            null,
            EnumSet.of(Mark.FORWARDED, Mark.INCOMPLETE));
    var page = achieng.page("/desk/tips/" + postbox.post(null, "Maji\nmengi", details));

    assertThat(page.select("article h2").text()).isEqualTo("Flood");
    assertThat(page.expectFirst("article .said-words").wholeText()).isEqualTo("Maji\nmengi");
    assertThat(page.select("article header .chip").eachText())
        .containsExactly("forwarded", "a part is missing");
    assertThat(page.select(".places .chip").eachText())
        .containsExactly("where: Budalang’i", "0.1287° N, 33.9836° E · Shule, Busia");
    assertThat(page.select("details.quoted:not([open]) p").text())
        .isEqualTo("> On Monday the desk wrote");
    assertThat(page.select(".tip > header").text()).contains("left no address");
    assertThat(page.select("article header").text()).contains("arrived");
  }

  @Test
  void readerIsALabelAndNeverAnAddress() {
    var body = achieng.get(tip).body();

    assertThat(Jsoup.parse(body).select(".tip > header").text())
        .containsPattern("Reader \\w+ · 1st tip");
    assertThat(body).doesNotContain("reader.example", "Akinyi");
  }

  @Test
  void referenceIsReadAsAPersonWritesIt() {
    var reference = tip.substring(tip.lastIndexOf('/') + 1);
    var sloppy = reference.replace("-", "").replace('0', 'o').toLowerCase(Locale.ROOT);
    assertThat(achieng.page("/desk/tips/" + sloppy).select(".tip h1").text()).isEqualTo(reference);
  }

  @ParameterizedTest
  @ValueSource(strings = {"K7F-3QXX", "nothing", "%27", "%3Cscript%3E", "%E2%80%AE", "a%0Ab"})
  void unknownReferenceIsNotFound(String reference) {
    var answer = achieng.get("/desk/tips/" + reference);
    assertThat(answer.statusCode()).isIn(404, 400);
    assertThat(answer.body()).doesNotContain("<script>", "Exception");
  }

  @Test
  void claimShowsToColleaguesUntilItIsReleased() {
    assertRedirect(submit("claim", Map.of()), tip);
    assertThat(achieng.page(tip).select(".on-it").text()).isEqualTo("You are on it");

    var otieno = visitors.editor("Otieno");
    var seen = otieno.page(tip);
    assertThat(seen.select(".on-it").text()).isEqualTo("Achieng is on it");
    assertThat(seen.select(".act [data-key]").eachAttr("data-key"))
        .contains("g", "n", "l")
        .doesNotContain("a", "r", "s", "t", "z", "m");
    var refused = otieno.submit(tip, tip + "/claim", Map.of());
    assertThat(refused.statusCode()).isEqualTo(409);
    assertThat(problem(refused)).startsWith("Achieng is on this tip.");

    assertRedirect(submit("release", Map.of()), tip);
    assertThat(otieno.page(tip).select(".on-it")).isEmpty();
  }

  @Test
  void listBesideTheTipSurvivesAForm() {
    var answer = achieng.submit(tip, tip + "/claim?desk=news&q=a%26b", Map.of());
    assertRedirect(answer, tip + "?desk=news&q=a%26b");
    assertThat(achieng.page(tip + "?desk=news").select("form[action$=claim?desk=news]")).isEmpty();
    assertThat(achieng.page(tip + "?desk=news").select("form[action$=release?desk=news]"))
        .hasSize(1);
  }

  @Test
  void tipIsAcceptedThenPublishedThenReopened() {
    decide("accept");
    var accepted = achieng.page(tip);
    assertThat(accepted.select(".tip > header .chip").eachText()).contains("Accepted");
    assertThat(accepted.select(".history li:last-child").text()).contains("accepted by Achieng");

    submit("decisions", decision("publish", Map.of("link", "https://news.example.org/a?b=1&c=2")));
    assertThat(achieng.page(tip).select(".published a").attr("href"))
        .isEqualTo("https://news.example.org/a?b=1&c=2");

    decide("reopen");
    assertThat(achieng.page(tip).select(".tip > header .chip").eachText())
        .doesNotContain("Accepted", "Published");
  }

  @Test
  void reasonIsInTheHistory() {
    submit("decisions", decision("reject", Map.of("reason", "not our <county>")));

    assertThat(achieng.page(tip).select(".history .detail").text()).contains("not our <county>");
    assertThat(achieng.page(tip).select(".tip > header .chip").eachText()).contains("Not used");
  }

  @Test
  void decisionOnAnOldPageShowsWhatChangedAndKeepsWhatWasTyped() {
    var seen = version();
    var otieno = visitors.editor("Otieno");
    otieno.submit(tip, tip + "/decisions", decision("spam", Map.of()));

    var answer =
        submit(
            "decisions", Map.of("kind", "reject", "version", seen, "reason", "we had it <before>"));

    assertThat(answer.statusCode()).isEqualTo(409);
    assertThat(problem(answer)).containsPattern("Otieno marked this as spam \\d+ s ago\\.");
    assertThat(Jsoup.parse(answer.body()).select(".problem a").attr("href")).isEqualTo(tip);
    assertThat(achieng.page(tip).select(".history").text()).doesNotContain("we had it");
  }

  @Test
  void refusedReasonIsExplainedOnTheTip() {
    var answer = submit("decisions", decision("reject", Map.of("reason", "x".repeat(501))));

    assertThat(answer.statusCode()).isEqualTo(400);
    assertThat(problem(answer)).contains("1 to 500 characters");
    var page = Jsoup.parse(answer.body());
    assertThat(page.select("details[open] textarea[name=reason]").text()).hasSize(501);
    assertThat(page.select(".tip h1").text()).isEqualTo(tip.substring(tip.lastIndexOf('/') + 1));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "javascript:alert(1)", "story", "ftp://example.org/"})
  void onlyAWebAddressPublishes(String link) {
    decide("accept");
    var answer = submit("decisions", decision("publish", Map.of("link", link)));

    assertThat(answer.statusCode()).isEqualTo(400);
    assertThat(problem(answer)).contains("https://");
    assertThat(Jsoup.parse(answer.body()).select("details[open] input[name=link]").attr("value"))
        .isEqualTo(link);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "delete", "ACCEPT"})
  void unknownKindOfDecisionIsRefused(String kind) {
    assertThat(decide(kind).statusCode()).isEqualTo(400);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "x", "99999999999999999999"})
  void formWithoutAVersionIsNotWhole(String version) {
    var answer = submit("decisions", Map.of("kind", "accept", "version", version));
    assertThat(answer.statusCode()).isEqualTo(400);
    assertThat(problem(answer)).contains("did not arrive whole");
  }

  @Test
  void noteIsKeptAsItWasWritten() {
    assertRedirect(submit("notes", Map.of("text", "Called <b>the</b> chief\nno answer")), tip);

    assertThat(achieng.page(tip).expectFirst(".note .text").wholeText())
        .isEqualTo("Called <b>the</b> chief\nno answer");
    assertThat(achieng.page(tip).select(".note b").text()).isEqualTo("Achieng");
  }

  @Test
  void emptyNoteIsExplained() {
    assertThat(problem(submit("notes", Map.of("text", " \0 ")))).contains("A note has");
  }

  @Test
  void noteOnAnUnknownTipIsNotFound() {
    var answer = achieng.submit(tip, "/desk/tips/K7F-3QXX/notes", Map.of("text", "x"));
    assertThat(answer.statusCode()).isEqualTo(404);
  }

  @ParameterizedTest
  @ValueSource(strings = {"claim", "release", "decisions", "notes"})
  void nothingHappensWithoutTheTokenOrByLookingAtIt(String form) {
    assertThat(achieng.post(tip + "/" + form, "kind=spam&version=0&text=x").statusCode())
        .isEqualTo(403);
    assertRedirect(achieng.get(tip + "/" + form), tip);
    assertThat(achieng.page(tip).select(".history li")).hasSize(1);
  }

  @Test
  void deskIsForEditors() {
    var admin = visitors.signIn("Wanjiru", Role.ADMIN);
    assertThat(admin.get(tip).statusCode()).isEqualTo(403);
    assertThat(admin.get("/desk").statusCode()).isEqualTo(403);
    assertThat(admin.get("/desk/events").statusCode()).isEqualTo(403);
  }

  private HttpResponse<String> decide(String kind) {
    return submit("decisions", decision(kind, Map.of()));
  }

  private Map<String, String> decision(String kind, Map<String, String> more) {
    var fields = new HashMap<>(more);
    fields.put("kind", kind);
    fields.put("version", version());
    return fields;
  }

  private String version() {
    return achieng.page(tip).select(".tip").attr("data-version");
  }

  private HttpResponse<String> submit(String form, Map<String, String> fields) {
    return achieng.submit(tip, tip + "/" + form, fields);
  }

  private static String problem(HttpResponse<String> answer) {
    Document page = Jsoup.parse(answer.body());
    return page.select(".problem").text();
  }

  private static void assertRedirect(HttpResponse<String> answer, String to) {
    assertThat(answer.statusCode()).isEqualTo(302);
    assertThat(answer.headers().firstValue("Location")).hasValue(to);
  }
}
