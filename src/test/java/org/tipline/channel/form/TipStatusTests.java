package org.tipline.channel.form;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.tipline.reply.NewReply;
import org.tipline.reply.Replies;
import org.tipline.reply.ReplyKind;
import org.tipline.support.Http;
import org.tipline.support.NewsroomTest;
import org.tipline.support.RepliesSent;
import org.tipline.support.SettableClock;

@NewsroomTest
class TipStatusTests {

  private final String secret = "siri-" + UUID.randomUUID();

  @Autowired private JdbcClient jdbc;
  @Autowired private RepliesSent replies;
  @Autowired private Replies written;
  @Autowired private SettableClock clock;
  @LocalServerPort private int port;

  private Http http = new Http(1);
  private String receipt = "";
  private String key = "";
  private String reference = "";
  private String words = "";

  @BeforeEach
  void tipByTheForm() {
    http = new Http(port);
    var token = Jsoup.parse(http.get("/tip").body()).select("[name=token]").val();
    var sent = post(token);
    receipt = location(sent);
    key = FilledForm.keyOf(sent);
    reference = receipt().select(".reference").text();
    words = receipt().select(".words").text();
    assertThat(location(post(token))).isEqualTo(receipt);
  }

  private HttpResponse<String> post(String token) {
    return FilledForm.empty().with("token", token).with("text", secret).send(http);
  }

  @Test
  void receiptShowsTheSameWordsForAnHourAndNoTwoTipsHaveTheSame() {
    assertThat(words).matches("([a-z]{4,6} ){6}[a-z]{4,6}");
    assertThat(receipt().select(".words").text()).isEqualTo(words);
    assertThat(
            receipt(FilledForm.opened(http).with("text", "x").send(http)).select(".words").text())
        .isNotEqualTo(words);
    clock.pass(Duration.ofMinutes(61));
    assertThat(receipt().select(".words")).isEmpty();
    assertThat(receipt().text()).contains("not shown again");
  }

  @Test
  void onlyASlowHashIsKeptAndItIsSealed() {
    forgetTheCodesBefore();
    var hash =
        await()
            .atMost(Duration.ofMinutes(2))
            .until(
                () ->
                    jdbc.sql(
                            """
                            select sealed_hash from receipt_codes c
                            join submissions s on s.id = c.submission_id
                            where s.external_id = ? and sealed_hash is not null
                            """)
                        .param(key)
                        .query(byte[].class)
                        .list(),
                found -> !found.isEmpty())
            .getFirst();

    assertThat(hash).hasSizeGreaterThan(32);
    assertThat(open(reference, words).select("h1").text()).contains(reference);
    assertThat(check(reference, words + " x").statusCode()).isEqualTo(422);
  }

  /** One code a second is hashed, the oldest first. */
  private void forgetTheCodesBefore() {
    jdbc.sql(
            """
            delete from receipt_codes c using submissions s
            where s.id = c.submission_id and s.external_id <> ?
            """)
        .param(key)
        .update();
  }

  @Test
  void rightWordsShowHowItStandsAndNeverWhatWasSent() {
    var page = open(" " + reference.toLowerCase(Locale.ROOT) + " ", shouted(words));

    assertThat(page.select(".said").text()).startsWith("Ref " + reference + ": ");
    assertThat(page.text()).contains("We have written nothing yet").doesNotContain(secret);
    assertThat(page.outerHtml()).doesNotContain(secret).doesNotContain(words);
  }

  @Test
  void statusIsWhatAnEditorDecided() {
    assertThat(status("WAITING", null)).contains("waits its turn");
    assertThat(status("ACCEPTED", null)).contains("looking into it");
    assertThat(status("REJECTED", null)).contains("will not use it");
    assertThat(status("SPAM", null)).isEqualTo(status("REJECTED", null));
    assertThat(status("PUBLISHED", "https://news.example.org/maji?a=1&b=2"))
        .contains("https://news.example.org/maji?a=1&b=2");
    assertThat(open(reference, words).select(".said a").attr("href"))
        .isEqualTo("https://news.example.org/maji?a=1&b=2");
  }

  private String status(String state, @Nullable String link) {
    jdbc.sql("update tips set state = ?, published_link = ? where reference = ?")
        .param(state)
        .param(link)
        .param(reference.replace("-", ""))
        .update();
    return open(reference, words).select(".said").text();
  }

  @Test
  void repliesWaitForTheReaderAndAreReadOnceSeen() {
    replies.to(key, "ANSWER", "SENT");
    replies.to(key, "ANSWER", "FAILED");
    replies.to(key, "ANSWER", "QUEUED");

    var page = open(reference, words);

    assertThat(page.select(".reply p").eachText()).containsExactly("Asante");
    assertThat(page.select(".reply time").attr("datetime")).startsWith("20");
    assertThat(states()).containsExactlyInAnyOrder("READ", "FAILED", "QUEUED");
    assertThat(open(reference, words).select(".reply")).hasSize(1);
  }

  @Test
  void answerOfAnEditorIsThereAtOnceAndReadWhenSeen() {
    var submission =
        jdbc.sql("select id from submissions where external_id = ?")
            .param(key)
            .query(UUID.class)
            .single();
    written.write(
        new NewReply(
            ReplyKind.ANSWER, submission, replies.tipOf(key), null, "Wapi <b>hasa</b>?", null));
    await().until(() -> states().contains("SENT"));

    assertThat(open(reference, words).select(".reply p").text()).isEqualTo("Wapi <b>hasa</b>?");
    assertThat(states()).containsExactly("READ");
  }

  private List<String> states() {
    return jdbc.sql(
            """
            select r.state from replies r join submissions s on s.id = r.submission_id
            where s.external_id = ?
            """)
        .param(key)
        .query(String.class)
        .list();
  }

  @Test
  void wrongOldAndErasedLookTheSame() {
    var wrong = check(reference, words.replaceFirst("^\\S+", "babe"));
    var nobodys = check("000-0000", words);
    var none = check("", "");
    var foreign = check(other(), words);
    clock.pass(Duration.ofDays(181));
    var old = check(reference, words);
    clock.reset();
    jdbc.sql(
            "delete from receipt_codes c using submissions s where s.id = c.submission_id and"
                + " s.external_id = ?")
        .param(key)
        .update();
    var erased = check(reference, words);

    for (var answer : List.of(nobodys, none, foreign, old, erased)) {
      assertThat(answer.statusCode()).isEqualTo(wrong.statusCode()).isEqualTo(422);
      assertThat(seen(answer)).isEqualTo(seen(wrong));
      assertThat(answer.headers().map().keySet()).isEqualTo(wrong.headers().map().keySet());
    }
  }

  /** The page without what the reader typed. */
  private static String seen(HttpResponse<String> answer) {
    var page = Jsoup.parse(answer.body());
    page.select("#reference").attr("value", "");
    page.select("#words").empty();
    return page.outerHtml();
  }

  private String other() {
    return receipt(FilledForm.opened(http).with("text", "x").send(http))
        .select(".reference")
        .text();
  }

  @Test
  void whatWasTypedStaysOnThePage() {
    var page = Jsoup.parse(check("K7F", "Babe MOTO").body());

    assertThat(page.select("#reference").val()).isEqualTo("K7F");
    assertThat(page.select("#words").text()).isEqualTo("Babe MOTO");
    assertThat(page.select("#problems").attr("role")).isEqualTo("alert");
    var kiswahili =
        Jsoup.parse(
            http.post(
                    "/tip/status",
                    Map.of("reference", "K7F", "words", "babe", "lang", "en", "switch", "sw"))
                .body());
    assertThat(kiswahili.select("h1").text()).isEqualTo("Habari yako imefikia wapi?");
    assertThat(kiswahili.select("#words").text()).isEqualTo("babe");
  }

  @Test
  void readerAddsWordsAndFilesToTheSameTip() {
    var page = open(reference, words);
    var answer =
        FilledForm.of(page)
            .with("text", "Zaidi " + secret)
            .withFile("picha.jpg", new byte[] {1, 2})
            .send(http, "/tip/additions");

    assertThat(answer.statusCode()).isEqualTo(303);
    assertThat(Jsoup.parse(http.get(location(answer)).body()).text()).contains("part of your tip");
    await().until(() -> inTip() == 2);
    assertThat(
            jdbc.sql(
                    "select name from attachments a join submissions s on s.id = a.submission_id"
                        + " where s.text = ?")
                .param("Zaidi " + secret)
                .query(String.class)
                .list())
        .containsExactly("picha.jpg");
    assertThat(open(reference, words).text()).doesNotContain("Zaidi");
  }

  @Test
  void additionSentTwiceIsAddedOnce() {
    var page = open(reference, words);
    var first = FilledForm.of(page).with("text", "Zaidi").send(http, "/tip/additions");
    var again = FilledForm.of(page).with("text", "Zaidi").send(http, "/tip/additions");

    assertThat(location(again)).isEqualTo(location(first));
    await().until(() -> inTip() == 2);
  }

  @Test
  void otherWordsInAnAdditionThatWasSentAreKeptOnThePageAndAddedByOnePress() {
    var page = open(reference, words);
    var first = FilledForm.of(page).with("text", "Zaidi").send(http, "/tip/additions");
    var refused = FilledForm.of(page).with("text", "Na hii").send(http, "/tip/additions");

    assertThat(refused.statusCode()).isEqualTo(409);
    var again = Jsoup.parse(refused.body());
    assertThat(again.select("#problems h2").text()).contains("This was NOT yet.");
    assertThat(again.select("#text").text()).isEqualTo("Na hii");
    var second = FilledForm.of(again).with("text", "Na hii").send(http, "/tip/additions");
    assertThat(second.statusCode()).isEqualTo(303);
    assertThat(location(second)).isNotEqualTo(location(first));
    var repeated = FilledForm.of(page).with("text", "Na hii").send(http, "/tip/additions");
    assertThat(FilledForm.keyOf(repeated)).isEqualTo(FilledForm.keyOf(second));
  }

  @Test
  void mistakeInAnAdditionKeepsEverything() {
    var refused =
        FilledForm.of(open(reference, words))
            .with("text", " ")
            .withFile("picha.jpg", new byte[] {3})
            .send(http, "/tip/additions");

    assertThat(refused.statusCode()).isEqualTo(422);
    var page = Jsoup.parse(refused.body());
    assertThat(page.select("#problems a").eachAttr("href")).containsExactly("#text");
    assertThat(page.select("h1").text()).contains(reference);
    var sent = FilledForm.of(page).with("text", "Zaidi").send(http, "/tip/additions");
    assertThat(sent.statusCode()).isEqualTo(303);
    await().until(() -> inTip() == 2);
  }

  @Test
  void pageThatIsTooOldAsksForTheWordsAgainAndKeepsTheText() {
    var page = open(reference, words);
    clock.pass(Duration.ofDays(3));
    var refused = FilledForm.of(page).with("text", "Zaidi tena").send(http, "/tip/additions");

    assertThat(refused.statusCode()).isEqualTo(422);
    var asked = Jsoup.parse(refused.body());
    assertThat(asked.text()).doesNotContain(reference);
    assertThat(asked.select("#text").text()).isEqualTo("Zaidi tena");
    var shown =
        Jsoup.parse(
            http.post(
                    "/tip/status",
                    Map.of("reference", reference, "words", words, "text", "Zaidi tena"))
                .body());
    assertThat(shown.select("#tip #text").text()).isEqualTo("Zaidi tena");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "AAAA.BBBB", "form-token"})
  void nobodyAddsWithoutTheWords(String forged) {
    var token =
        forged.equals("form-token")
            ? Jsoup.parse(http.get("/tip").body()).select("[name=token]").val()
            : forged;
    var refused =
        FilledForm.empty()
            .with("token", token)
            .with("answers", key)
            .with("text", "mgeni")
            .send(http, "/tip/additions");

    assertThat(refused.statusCode()).isEqualTo(422);
    assertThat(Jsoup.parse(refused.body()).select("#text").text()).isEqualTo("mgeni");
  }

  @Test
  void formCannotNameATip() {
    var received =
        FilledForm.opened(http)
            .with("answers", key)
            .with("repliedTo", key)
            .with("text", "mgeni " + secret)
            .send(http);

    assertThat(receipt(received).select(".reference").text()).isNotEqualTo(reference);
    assertThat(inTip()).isOne();
  }

  @Test
  void languageIsSwitchedWithoutLosingWhatIsAdded() {
    var page =
        FilledForm.of(open(reference, words))
            .with("text", "Zaidi")
            .with("switch", "sw")
            .send(http, "/tip/additions");

    assertThat(page.statusCode()).isEqualTo(200);
    var kiswahili = Jsoup.parse(page.body());
    assertThat(kiswahili.select("html").attr("lang")).isEqualTo("sw");
    assertThat(kiswahili.select(".said").text()).contains("unasubiri zamu");
    assertThat(kiswahili.select("#text").text()).isEqualTo("Zaidi");
  }

  @Test
  void addedPageIsOnlyForWhatWasAdded() {
    assertThat(http.get("/tip/added").statusCode()).isEqualTo(404);
    assertThat(http.get(receipt.replace("received", "added")).statusCode()).isEqualTo(404);
  }

  @Test
  void nothingIsStoredByBrowsers() {
    for (var answer : List.of(http.get("/tip/status"), check(reference, words))) {
      assertThat(answer.headers().firstValue("Cache-Control").orElseThrow()).contains("no-store");
      assertThat(answer.headers().firstValue("Set-Cookie")).isEmpty();
    }
  }

  private int inTip() {
    return jdbc.sql(
            """
            select count(*) from tip_submissions ts join tips t on t.id = ts.tip_id
            where t.reference = ?
            """)
        .param(reference.replace("-", ""))
        .query(Integer.class)
        .single();
  }

  private Document open(String reference, String words) {
    var answer = check(reference, words);
    assertThat(answer.statusCode()).isEqualTo(200);
    return Jsoup.parse(answer.body());
  }

  private HttpResponse<String> check(String reference, String words) {
    return http.post("/tip/status", Map.of("reference", reference, "words", words, "lang", "en"));
  }

  private static String shouted(String words) {
    return words.toUpperCase(Locale.ROOT).replace(" ", " - ");
  }

  private Document receipt() {
    return Jsoup.parse(http.get(receipt).body());
  }

  private Document receipt(HttpResponse<String> received) {
    return Jsoup.parse(http.get(location(received)).body());
  }

  private static String location(HttpResponse<String> answer) {
    return answer.headers().firstValue("Location").orElseThrow();
  }
}
