package org.tipline.channel.form;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.tipline.support.Http;
import org.tipline.support.NewsroomTest;
import org.tipline.support.QueueWatch;
import org.tipline.support.SettableClock;
import org.tipline.support.StoreAway;

@NewsroomTest
class TipFormTests {

  private static final String WORDS = "Hakuna maji Pipeline “estate” 😀 <b>kwa</b> wiki mbili";

  /** What the sorter had in hand when the store went is tried again after 20 s. */
  private static final Duration A_LEASE = Duration.ofSeconds(40);

  @Autowired private JdbcClient jdbc;
  @Autowired private SettableClock clock;
  @Autowired private StoreAway store;
  @Autowired private QueueWatch queue;
  @LocalServerPort private int port;
  private Http http;

  @BeforeEach
  void openBrowser() {
    http = new Http(port);
  }

  @Test
  void tipWithEverythingIsSubmittedAndReceiptShowsItsReference() {
    var received =
        FilledForm.opened(http)
            .with("text", WORDS + "\r\nkweli")
            .with("place", "Pipeline, Embakasi")
            .with("name", "Achieng")
            .with("contact", "0743 570 000")
            .with("mayContact", "yes")
            .with("remarks", "")
            .withFile("picha.jpg", new byte[] {1, 2, 3})
            .send(http);

    assertThat(received.statusCode()).isEqualTo(303);
    var row = submission(FilledForm.keyOf(received));
    assertThat(row)
        .containsEntry("text", WORDS + "\nkweli")
        .containsEntry("place", "Pipeline, Embakasi")
        .containsEntry("marks", "MAY_CONTACT")
        .containsEntry("files", "picha.jpg");
    assertThat(row.get("reader_id")).isNotNull();
    assertThat(receipt(received)).containsPattern("[0-9A-Z]{3}-[0-9A-Z]{4}");
  }

  @Test
  void textAloneIsEnoughAndNobodyIsKnown() {
    var received = FilledForm.opened(http).with("text", WORDS).send(http);

    var row = submission(FilledForm.keyOf(received));
    assertThat(row).containsEntry("reader_id", null).containsEntry("marks", "");
  }

  @Test
  void formWithoutFilesMayComeUrlEncoded() {
    var token = token();
    var received = http.post("/tip", Map.of("token", token, "text", WORDS, "mayName", "on"));

    assertThat(received.statusCode()).isEqualTo(303);
    assertThat(submission(FilledForm.keyOf(received)))
        .containsEntry("text", WORDS)
        .containsEntry("marks", "MAY_NAME");
  }

  @Test
  void repeatGetsSameReceiptAndNoSecondTip() {
    var token = token();
    var first = send(token, WORDS);
    var again = send(token, WORDS);
    var emptied = send(token, "");

    assertThat(location(again)).isEqualTo(location(first));
    assertThat(location(emptied)).isEqualTo(location(first));
    assertThat(countDeliveries(FilledForm.keyOf(first))).isOne();
  }

  @Test
  void otherWordsInAFormThatWasSentAreKeptOnThePageAndSentByOnePress() {
    var token = token();
    var first =
        FilledForm.empty().with("token", token).with("text", WORDS).with("place", "A").send(http);
    var changed =
        FilledForm.empty()
            .with("token", token)
            .with("text", "Nimesahau: " + WORDS)
            .with("place", "Kisumu")
            .with("mayContact", "yes")
            .withFile("ajali.jpg", new byte[] {4, 5});
    var refused = changed.send(http);

    assertThat(refused.statusCode()).isEqualTo(409);
    var page = Jsoup.parse(refused.body());
    assertThat(page.select("#problems h2").text())
        .isEqualTo("Your first tip was received. This one was NOT yet.");
    assertThat(text(refused)).isEqualTo("Nimesahau: " + WORDS);
    assertThat(page.select("#place").val()).isEqualTo("Kisumu");
    assertThat(page.select("[name=mayContact]").hasAttr("checked")).isTrue();
    assertThat(page.select("button.main").text()).isEqualTo("Send this one, too");
    assertThat(countDeliveries(FilledForm.keyOf(first))).isOne();

    var press =
        FilledForm.of(page)
            .with("text", "Nimesahau: " + WORDS)
            .with("place", "Kisumu")
            .with("mayContact", "yes");
    var second = press.send(http);
    assertThat(FilledForm.keyOf(second)).isNotEqualTo(FilledForm.keyOf(first));
    assertThat(submission(FilledForm.keyOf(second)))
        .containsEntry("text", "Nimesahau: " + WORDS)
        .containsEntry("files", "ajali.jpg");

    // Back and forth in the browser, which asks "send again?" and is told yes.
    assertThat(location(press.send(http))).isEqualTo(location(second));
    assertThat(FilledForm.keyOf(changed.send(http))).isEqualTo(FilledForm.keyOf(second));
    assertThat(location(send(token, ""))).isEqualTo(location(first));
  }

  @Test
  void otherWordsWithAMistakeAreKeptToo() {
    var token = token();
    assertThat(send(token, WORDS).statusCode()).isEqualTo(303);
    var refused = send(token, "x".repeat(20_001));

    assertThat(refused.statusCode()).isEqualTo(409);
    assertThat(text(refused)).isEqualTo("x".repeat(20_001));
    assertThat(Jsoup.parse(refused.body()).select("#text-problem").text()).contains("too long");
  }

  @Test
  void otherWordsInAFormThatIsOldByNowAreKeptToo() {
    var token = token();
    assertThat(send(token, WORDS).statusCode()).isEqualTo(303);
    clock.pass(Duration.ofDays(3));
    var refused = send(token, "Nimesahau");

    assertThat(refused.statusCode()).isEqualTo(409);
    var again = FilledForm.of(Jsoup.parse(refused.body())).with("text", "Nimesahau").send(http);
    assertThat(again.statusCode()).isEqualTo(303);
  }

  @Test
  void sameWordsWithoutTheFilesThatTheBrowserForgotAreARepeat() {
    var token = token();
    var first =
        FilledForm.empty()
            .with("token", token)
            .with("text", WORDS)
            .withFile("ajali.jpg", new byte[] {4, 5})
            .send(http);

    assertThat(location(send(token, WORDS))).isEqualTo(location(first));
  }

  @Test
  void twoPostsOfOneFormAtOnceLoseNeither() throws Exception {
    var token = token();
    List<Callable<HttpResponse<String>>> both =
        List.of(() -> send(token, "one " + token), () -> send(token, "other " + token));
    try (var readers = Executors.newVirtualThreadPerTaskExecutor()) {
      var statuses = new ArrayList<Integer>();
      for (var answer : readers.invokeAll(both)) {
        statuses.add(answer.get().statusCode());
      }
      assertThat(statuses).containsExactlyInAnyOrder(303, 409);
    }
  }

  @Test
  void otherWordsWhileTheStoreIsAwayBecomeATipOfTheirOwn() throws Exception {
    var before = token();
    var during = token();
    var first = send(before, "before " + before);
    assertThat(first.statusCode()).isEqualTo(303);
    await().until(() -> queue.submissionsWith("before " + before) == 1);
    try (var away = store.begin(StoreAway.Way.READ_ONLY)) {
      assertThat(send(during, "during " + during).statusCode()).as("%s", away).isEqualTo(303);
      // the spool has it, so that is told apart at once
      assertThat(send(during, "during " + during).statusCode()).isEqualTo(303);
      assertThat(send(during, "changed " + during).statusCode()).isEqualTo(409);
      // the database has it, so nobody can tell now
      assertThat(send(before, "changed " + before).statusCode()).isEqualTo(303);
      assertThat(send(before, "changed " + before).statusCode()).isEqualTo(303);
    }
    for (var text : List.of("before " + before, "changed " + before, "during " + during)) {
      await().atMost(A_LEASE).ignoreExceptions().until(() -> queue.submissionsWith(text) == 1);
    }
    await().atMost(A_LEASE).ignoreExceptions().until(queue::isSorted);
    assertThat(queue.submissionsWith("changed " + during)).isZero();
    assertThat(queue.submissionsWith("changed " + before)).isOne();
  }

  @Test
  void fiftyCopiesAtOnceAreOneTip() throws Exception {
    var token = token();
    Callable<String> copy = () -> location(send(token, WORDS));
    try (var readers = Executors.newVirtualThreadPerTaskExecutor()) {
      var receipts = readers.invokeAll(Collections.nCopies(50, copy));
      var first = receipts.getFirst().get();
      for (var receipt : receipts) {
        assertThat(receipt.get()).isEqualTo(first);
      }
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "AAAA.BBBB", "no token", "."})
  void forgedTokenIsNotReceivedAndKeepsWhatWasTyped(String token) {
    var refused = send(token, WORDS);

    assertThat(refused.statusCode()).isEqualTo(422);
    assertThat(text(refused)).isEqualTo(WORDS);
    assertThat(refused.body()).contains("NOT received");
    var again = FilledForm.of(Jsoup.parse(refused.body())).with("text", WORDS).send(http);
    assertThat(again.statusCode()).isEqualTo(303);
  }

  @Test
  void expiredTokenIsNotReceivedUnlessItWasBefore() {
    var used = token();
    var unused = token();
    var first = send(used, WORDS);
    clock.pass(Duration.ofDays(3));

    assertThat(location(send(used, WORDS))).isEqualTo(location(first));
    var refused = send(unused, WORDS);
    assertThat(refused.statusCode()).isEqualTo(422);
    assertThat(text(refused)).isEqualTo(WORDS);
  }

  @Test
  void mistakesAreNamedLinkedAndEverythingIsKept() {
    var refused =
        FilledForm.opened(http)
            .with("text", " \r\n ")
            .with("place", "Kisumu")
            .with("name", "Otieno")
            .with("contact", "call me")
            .with("mayName", "yes")
            .send(http);

    assertThat(refused.statusCode()).isEqualTo(422);
    var page = Jsoup.parse(refused.body());
    assertThat(page.select("#problems a").eachAttr("href")).containsExactly("#text", "#contact");
    assertThat(page.select("#problems").attr("role")).isEqualTo("alert");
    assertThat(page.select("#contact").attr("aria-describedby")).isEqualTo("contact-problem");
    assertThat(page.select("#contact-problem").text()).contains("phone number");
    assertThat(page.select("#place").val()).isEqualTo("Kisumu");
    assertThat(page.select("#name").val()).isEqualTo("Otieno");
    assertThat(page.select("#contact").val()).isEqualTo("call me");
    assertThat(page.select("[name=mayName]").hasAttr("checked")).isTrue();
    assertThat(page.select("[name=mayContact]").hasAttr("checked")).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"\u200B", "\u200D\uFEFF \u2060", "\u3164\u2800", "\u00A0\u202E", "\uFE0F\u034F"})
  void textInWhichNothingIsSeenIsNone(String text) {
    var refused = send(token(), text);

    assertThat(refused.statusCode()).isEqualTo(422);
    assertThat(Jsoup.parse(refused.body()).select("#problems a").attr("href")).isEqualTo("#text");
    assertThat(send(token(), text + "👍🏾").statusCode()).isEqualTo(303);
  }

  @Test
  void lengthIsCountedInCodePointsAfterLineEnds() {
    assertThat(send(token(), "😀".repeat(20_000)).statusCode()).isEqualTo(303);
    assertThat(send(token(), "a\r\n".repeat(10_000)).statusCode()).isEqualTo(303);

    var refused = send(token(), "😀".repeat(20_001));
    assertThat(refused.statusCode()).isEqualTo(422);
    assertThat(text(refused)).isEqualTo("😀".repeat(20_001));
  }

  @Test
  void trapMarksAndNeverDrops() {
    var received =
        FilledForm.opened(http).with("text", WORDS).with("remarks", "http://spam").send(http);

    assertThat(submission(FilledForm.keyOf(received))).containsEntry("marks", "TRAPPED");
  }

  @Test
  void filesSurviveAMistakeWithoutSecondUpload() {
    var refused =
        FilledForm.opened(http)
            .with("text", "")
            .withFile("ajali.jpg", new byte[] {4, 5})
            .send(http);
    assertThat(refused.statusCode()).isEqualTo(422);

    var received = FilledForm.of(Jsoup.parse(refused.body())).with("text", WORDS).send(http);
    assertThat(submission(FilledForm.keyOf(received))).containsEntry("files", "ajali.jpg");
  }

  @Test
  void fileOfAnotherReaderCannotBeClaimed() {
    var forged = "eyJuYW1lIjoiYSJ9.AAAA";
    var refused = FilledForm.opened(http).with("text", WORDS).with("kept", forged).send(http);

    assertThat(refused.statusCode()).isEqualTo(422);
    assertThat(text(refused)).isEqualTo(WORDS);
  }

  @Test
  void languageIsSwitchedWithoutLosingTheDraft() {
    var page = FilledForm.opened(http).with("text", WORDS).with("switch", "sw").send(http);

    assertThat(page.statusCode()).isEqualTo(200);
    assertThat(Jsoup.parse(page.body()).select("html").attr("lang")).isEqualTo("sw");
    assertThat(page.body()).doesNotContain("HAIJAPOKELEWA");
    assertThat(text(page)).isEqualTo(WORDS);
  }

  @Test
  void languageOfThePageIsCarriedToRefusalAndReceipt() {
    var refused = FilledForm.opened(http, "Accept-Language", "sw-KE,en;q=0.5").send(http);
    assertThat(refused.body()).contains("HAIJAPOKELEWA");

    var received = FilledForm.of(Jsoup.parse(refused.body())).with("text", WORDS).send(http);
    assertThat(receipt(received)).contains("Tumeipata");
  }

  @ParameterizedTest
  @CsvSource({
    "/etc/passwd/../x.jpg, x.jpg",
    "C:\\Users\\jane\\siri.jpg, siri.jpg",
    "\u202Egpj.exe, \u202Egpj.exe",
    "maji-ya-mto-ñ-日本.jpg, maji-ya-mto-ñ-日本.jpg"
  })
  void fileNameIsDataWithoutFolders(String sent, String kept) {
    var received =
        FilledForm.opened(http).with("text", WORDS).withFile(sent, new byte[] {1}).send(http);

    assertThat(submission(FilledForm.keyOf(received))).containsEntry("files", kept);
  }

  @Test
  void longFileNameIsCutAndNotRefused() {
    var received =
        FilledForm.opened(http)
            .with("text", WORDS)
            .withFile("日".repeat(300) + ".jpg", new byte[] {1})
            .send(http);

    assertThat(submission(FilledForm.keyOf(received))).containsEntry("files", "日".repeat(255));
  }

  @Test
  void badBytesAreMadeText() {
    var bytes = "maji\0 \u00e6".getBytes(StandardCharsets.ISO_8859_1);
    var received = FilledForm.opened(http).with("text", bytes).send(http);

    assertThat(submission(FilledForm.keyOf(received))).containsEntry("text", "maji \uFFFD");
  }

  @Test
  void emptyFileInputIsIgnoredAndEmptyFileIsNoted() {
    var received =
        FilledForm.opened(http)
            .with("text", WORDS)
            .withFile("", new byte[0])
            .withFile("tupu.jpg", new byte[0])
            .send(http);

    assertThat(submission(FilledForm.keyOf(received)))
        .containsEntry("files", "tupu.jpg")
        .containsEntry("marks", "INCOMPLETE");
  }

  @Test
  void receiptOfNothingDoesNotExist() {
    assertThat(http.get("/tip/received?t=" + token()).statusCode()).isEqualTo(404);
    assertThat(http.get("/tip/received").statusCode()).isEqualTo(404);
  }

  @Test
  void nothingOfTheFormIsStoredByBrowsersAndNoCookieIsSet() {
    for (var path : List.of("/", "/tip")) {
      var headers = http.get(path).headers();
      assertThat(headers.firstValue("Cache-Control").orElseThrow()).contains("no-store");
      assertThat(headers.firstValue("Set-Cookie")).isEmpty();
    }
  }

  private HttpResponse<String> send(String token, String text) {
    return FilledForm.empty().with("token", token).with("text", text).send(http);
  }

  private String token() {
    return Jsoup.parse(http.get("/tip").body()).select("[name=token]").val();
  }

  private static String location(HttpResponse<String> answer) {
    return answer.headers().firstValue("Location").orElseThrow();
  }

  private String receipt(HttpResponse<String> received) {
    return http.get(location(received)).body();
  }

  /** What stands in the textarea, without the parser's own trimming. */
  private static String text(HttpResponse<String> page) {
    return Jsoup.parse(page.body()).select("#text").getFirst().wholeText();
  }

  private long countDeliveries(String key) {
    return jdbc.sql("select count(*) from deliveries where channel = 'web' and key = ?")
        .param(key)
        .query(Long.class)
        .single();
  }

  private Map<String, Object> submission(String key) {
    var query =
        jdbc.sql(
                """
                select text, place, reader_id, array_to_string(marks, ' ') as marks,
                       (select string_agg(name, ' ' order by position) from attachments
                         where submission_id = s.id and state = 'STORED') as files
                  from submissions s where channel = 'web' and external_id = ?
                """)
            .param(key);
    return await().until(() -> query.query().listOfRows(), rows -> !rows.isEmpty()).getFirst();
  }
}
