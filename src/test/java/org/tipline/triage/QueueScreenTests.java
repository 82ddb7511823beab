package org.tipline.triage;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Locale;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.tipline.account.Role;
import org.tipline.account.Sight;
import org.tipline.channel.Details;
import org.tipline.moderation.Decision;
import org.tipline.moderation.Moderation;
import org.tipline.moderation.Queue;
import org.tipline.support.SettableClock;

@DeskTest
class QueueScreenTests {

  @Autowired private Postbox postbox;
  @Autowired private Visitors visitors;
  @Autowired private Moderation moderation;
  @Autowired private Queue queue;
  @Autowired private SettableClock clock;

  /** A word nobody else's tip has. */
  private final String word = "w" + UUID.randomUUID().toString().replace("-", "");

  private Visitor achieng;

  @BeforeEach
  void signIn() {
    achieng = visitors.editor("Achieng Otieno");
  }

  @Test
  void waitingTipHasARow() {
    var reference = postbox.post("Mafuriko " + word);

    var row = row(list("q=" + word), reference);

    assertThat(row.select(".medium.email").text()).isEqualTo("Email");
    assertThat(row.select(".line.theirs").text()).isEqualTo("Mafuriko " + word);
    assertThat(row.select(".age").text()).isEqualTo("<1 min");
    assertThat(row.select(".chip").eachText()).containsExactly("News");
    assertThat(row.select("a").attr("href")).isEqualTo("/desk/tips/" + reference + "?q=" + word);
  }

  @Test
  void rowSaysWhatIsSpecial() {
    var reader = Postbox.someone();
    postbox.post(reader, "first " + word, Details.NONE);
    clock.pass(Duration.ofHours(1));
    var reference = postbox.post(reader, "second " + word, Details.NONE);
    postbox.post(reader, "and more " + word, Details.NONE);
    moderation.claim(reference, achieng.seats());

    assertThat(row(list("q=" + word), reference).select(".tail").text())
        .isEqualTo("News You are on it 1 more 2nd tip from this reader");
  }

  @Test
  void oldestIsFirstAndTurnsRed() {
    var old = postbox.post("old " + word);
    clock.pass(Duration.ofMinutes(12));
    var middle = postbox.post("middle " + word);
    clock.pass(Duration.ofMinutes(12));
    var fresh = postbox.post("fresh " + word);

    var page = list("q=" + word);

    assertThat(page.select(".row .reference").eachText()).containsExactly(old, middle, fresh);
    assertThat(row(page, old).classNames()).contains("red");
    assertThat(row(page, old).select(".age").text()).isEqualTo("24 min");
    assertThat(row(page, middle).classNames()).contains("amber");
    assertThat(row(page, fresh).classNames()).doesNotContain("red", "amber");
    assertThat(page.select("#waits li:contains(News) strong.red").text()).isNotEmpty();
  }

  @Test
  void decidedTipIsInItsOwnList() {
    var reference = postbox.post("decided " + word);
    moderation.decide(reference, achieng.seats(), version(reference), new Decision.Spam());

    assertThat(list("q=" + word).select(".row")).isEmpty();
    assertThat(list("q=" + word).select(".empty a").attr("href"))
        .isEqualTo("/desk?state=ALL&q=" + word);
    assertThat(row(list("state=SPAM&q=" + word), reference)).isNotNull();
    assertThat(row(list("state=ALL&q=" + word), reference).select(".chip").eachText())
        .contains("Spam");
    assertThat(list("state=ACCEPTED&q=" + word).select(".row")).isEmpty();
  }

  @Test
  void listIsNarrowedByMediumAndDesk() {
    postbox.post("narrowed " + word);

    assertThat(list("desk=news&medium=email&q=" + word).select(".row")).hasSize(1);
    assertThat(list("medium=sms&q=" + word).select(".row")).isEmpty();
    assertThat(list("desk=news&medium=email").select(".rail [aria-current=true]").eachText())
        .allMatch(text -> text.startsWith("News") || text.equals("Email"))
        .hasSize(2);
  }

  @Test
  void blankParametersAreLeftOut() {
    postbox.post("blank " + word);

    assertThat(list("state=&medium=&desk=&after=&q=" + word).select(".row")).hasSize(1);
  }

  @Test
  void wholeReferenceOpensItsTipWhereverItStands() {
    var reference = postbox.post("known " + word);
    moderation.decide(reference, achieng.seats(), version(reference), new Decision.Accept());

    for (var typed : new String[] {reference, reference.toLowerCase(Locale.ROOT)}) {
      var answer = achieng.get("/desk?q=" + typed);
      assertThat(answer.statusCode()).isEqualTo(302);
      assertThat(location(answer)).isEqualTo("/desk/tips/" + reference);
    }
  }

  @Test
  void pagesFollowEachOther() {
    for (var n = 0; n < 51; n++) {
      postbox.post(n + " " + word);
    }

    var first = list("q=" + word);
    var second = Jsoup.parse(achieng.get(first.select("a[rel=next]").attr("href")).body());

    assertThat(first.select(".row")).hasSize(50);
    assertThat(second.select(".row")).hasSize(1);
    assertThat(second.select("a[rel=next]")).isEmpty();
    assertThat(second.select(".row .reference").text())
        .isNotIn(first.select(".reference").eachText());

    var all = achieng.page(first.select("a[href*='many=yes']").attr("href"));
    assertThat(all.select(".row")).hasSize(51);
    assertThat(all.select(".more")).isEmpty();
    assertThat(all.select(".row a").attr("href")).contains("many=yes");
    actOnAll(all, "spam");
    assertThat(list("q=" + word + "&state=SPAM&many=yes").select(".row")).hasSize(51);
  }

  private void actOnAll(Document page, String kind) {
    var picks =
        page.select(".row input").eachAttr("value").stream()
            .map(pick -> "&pick=" + pick.replace(":", "%3A"))
            .collect(Collectors.joining());
    var token = page.select("input[name=_csrf]").attr("value");
    var act = page.select("#bulk input[name=act]").val();
    achieng.post("/desk/bulk", "_csrf=" + token + "&act=" + act + "&kind=" + kind + picks);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "state=OLD",
        "state=waiting",
        "medium=fax",
        "desk=nobody",
        "after=x",
        "after=%00x",
        "state=%3Cscript%3E",
        "state=SPAM&state=ALL",
        "q=%FF%FE"
      })
  void listThatCannotBeIsExplained(String query) {
    var answer = achieng.get("/desk?" + query);

    assertThat(answer.statusCode()).isEqualTo(400);
    assertThat(Jsoup.parse(answer.body()).select(".alone .problem").text()).endsWith(".");
    assertThat(answer.body()).doesNotContain("Exception", "<script>");
  }

  @ParameterizedTest
  @ValueSource(strings = {"%00", "%25", "_", "%27", "%5C", "%F0%9F%98%80", "%E2%80%AE", "+"})
  void anyCharacterMayBeLookedFor(String q) {
    assertThat(achieng.get("/desk?q=" + q).statusCode()).isEqualTo(200);
  }

  @Test
  void endlessSearchIsRefused() {
    assertThat(achieng.get("/desk?q=" + "x".repeat(201)).statusCode()).isEqualTo(400);
    assertThat(achieng.get("/desk?q=" + "x".repeat(200)).statusCode()).isEqualTo(200);
  }

  @Test
  void barShowsWhoIsSignedInAndTheirOtherDoor() {
    var page = list("");
    assertThat(page.select(".me summary").text()).isEqualTo("AO");
    assertThat(page.select("form[action=/sign-out] input[name=_csrf]")).isNotEmpty();
    assertThat(page.select("a[href=/admin]")).isEmpty();

    var both = visitors.signIn("Wanjiru", Role.EDITOR, Role.ADMIN);
    assertThat(both.page("/desk").select("a[href=/admin]")).hasSize(1);
  }

  private Document list(String query) {
    return achieng.page("/desk?" + query);
  }

  private static Element row(Document page, String reference) {
    return page.select(".row:has([data-reference=" + reference + "])").expectFirst(".row");
  }

  private long version(String reference) {
    return queue.find(Sight.EVERYWHERE, reference).orElseThrow().tip().version();
  }

  private static String location(HttpResponse<String> answer) {
    return answer.headers().firstValue("Location").orElseThrow();
  }
}
