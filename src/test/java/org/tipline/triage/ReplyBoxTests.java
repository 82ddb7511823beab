package org.tipline.triage;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.tipline.account.Role;
import org.tipline.channel.Details;
import org.tipline.channel.Sender;
import org.tipline.reply.OptOuts;
import org.tipline.support.SettableClock;

@DeskTest
class ReplyBoxTests {

  @Autowired private Postbox postbox;
  @Autowired private Visitors visitors;
  @Autowired private SettableClock clock;
  @Autowired private OptOuts optOuts;
  @Autowired private JdbcClient jdbc;

  private final Sender reader = Postbox.someone();
  private Visitor achieng;
  private Visitor otieno;
  private String tip;

  @BeforeEach
  void signIn() {
    achieng = visitors.editor("Achieng");
    otieno = visitors.editor("Otieno");
    tip = "/desk/tips/" + postbox.post(reader, "Daraja limebomoka", Details.NONE);
  }

  @Test
  void answerStandsBelowWhatItAnswers() {
    assertSent(send(achieng, "Asante. Ng’ombe <b>wangapi</b>?"));
    clock.pass(Duration.ofMinutes(2));
    postbox.post(reader, "Kumi na mbili", Details.NONE);

    var articles = achieng.page(tip).select("main article");
    assertThat(articles).hasSize(2);
    assertThat(articles.get(0).select(".reply-text").eachText())
        .contains("Asante. Ng'ombe <b>wangapi</b>?");
    assertThat(articles.get(1).select(".reply-text").eachText())
        .doesNotContain("Asante. Ng'ombe <b>wangapi</b>?");
    assertThat(answer(articles.get(0)).select("header b").text()).isEqualTo("Achieng");
    assertThat(answer(articles.get(0)).select(".reply-state b").text())
        .isIn("Queued", "Being sent", "Sent");
  }

  @Test
  void formThatComesTwiceSendsOnce() {
    var form = form(achieng, "Asante");

    assertSent(post(achieng, form));
    assertSent(post(achieng, form));

    assertThat(answers()).isEqualTo(1);
  }

  @Test
  void doubleClickSendsOnce() throws Exception {
    var form = form(achieng, "Asante");
    Callable<HttpResponse<String>> click = () -> post(achieng, form);
    try (var clicks = Executors.newVirtualThreadPerTaskExecutor()) {
      for (var answer : clicks.invokeAll(List.of(click, click, click))) {
        assertSent(answer.get());
      }
    }
    assertThat(answers()).isEqualTo(1);
  }

  @Test
  void oldFormWithOtherWordsIsGivenBack() {
    var form = form(achieng, "Asante");
    post(achieng, form);
    form.put("reply", "Asante sana");

    var page = refused(post(achieng, form), 409, "was sent. Send this too");

    assertThat(answers()).isEqualTo(1);
    assertSent(submitAgain(achieng, page));
    assertThat(answers()).isEqualTo(2);
  }

  @Test
  void whoeverWroteMeanwhileIsReadFirst() {
    var late = form(achieng, "Asante");
    assertSent(send(otieno, "Tumepokea"));

    var page = refused(post(achieng, late), 409, "was written here while you were writing");

    assertThat(page.select("main article .reply-text").eachText()).contains("Tumepokea");
    assertSent(submitAgain(achieng, page));
    assertThat(answers()).isEqualTo(2);
  }

  @Test
  void twoEditorsInTheSameInstantAreNotBothBlind() throws Exception {
    Callable<HttpResponse<String>> one = one(achieng, "Asante");
    Callable<HttpResponse<String>> other = one(otieno, "Tumepokea");
    try (var clicks = Executors.newVirtualThreadPerTaskExecutor()) {
      var codes =
          clicks.invokeAll(List.of(one, other)).stream()
              .map(answer -> answer.resultNow().statusCode())
              .toList();
      assertThat(codes).containsExactlyInAnyOrder(302, 409);
    }
    assertThat(answers()).isEqualTo(1);
  }

  private Callable<HttpResponse<String>> one(Visitor editor, String words) {
    var form = form(editor, words);
    return () -> post(editor, form);
  }

  @Test
  void tipOfAColleagueIsTheirsToAnswer() {
    var form = form(achieng, "Asante");
    otieno.submit(tip, tip + "/claim", Map.of());

    refused(post(achieng, form), 409, "Otieno is on this tip.");

    assertThat(answers()).isZero();
  }

  @Test
  void secondSmsIsSaidBeforeItIsPaid() {
    var page = refused(send(achieng, "a".repeat(161)), 400, "Goes as 2 SMS. Send it again if");

    assertThat(page.select(".count output").text()).isEqualTo("161 of 306, 2 SMS");
    assertSent(submitAgain(achieng, page));
  }

  @Test
  void letterThatMakesItDearIsNamed() {
    refused(send(achieng, "ş".repeat(71)), 400, "“ş” leaves 70 letters an SMS instead of 160.");
    assertSent(send(achieng, "“Asante” — ng’ombe… " + "a".repeat(135)));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "  \r\n ", "\0"})
  void nothingIsNotSent(String nothing) {
    refused(send(achieng, nothing), 400, "Write something first.");
  }

  @Test
  void tooLongIsGivenBackWhole() {
    var page = refused(send(achieng, "a".repeat(1_601)), 400, "at most 1,600 characters");

    assertThat(words(page)).hasSize(1_601);
  }

  @Test
  void formThatIsNotOursIsGivenBack() {
    var form = form(achieng, "Asante");
    form.put("form", "x");

    assertThat(words(refused(post(achieng, form), 400, "did not arrive whole")))
        .isEqualTo("Asante");
  }

  @Test
  void afterTheWindowOnlyApprovedTextsGo() {
    assertThat(achieng.page(tip).select("#window").text()).startsWith("Window closes in 23 h 5");
    var late = form(achieng, "Asante");
    draft(achieng, "Asante");
    pass(Duration.ofHours(24));

    var page = refused(post(achieng, late), 400, "pick one of the approved texts");

    assertThat(page.select("#window").text()).contains("is closed");
    assertThat(words(page)).isEqualTo("Asante");
    assertThat(page.select("#reply button").eachText()).doesNotContain("Send");
  }

  @Test
  void approvedTextIsFilledIn() {
    pass(Duration.ofHours(25));

    var page = refused(template("", "kwa nini"), 400, "Fill in every gap of “more to ask”");
    assertThat(page.select("details.approved[open] input[name=variable]").eachAttr("value"))
        .containsExactly("", "kwa nini");
    refused(template("a\nb", "c"), 400, "each in one line");
    assertSent(template("Amina, jana", "kwa nini"));

    assertThat(answer(achieng.page(tip)).select(".reply-text").text())
        .isEqualTo("Habari Amina, jana, tungependa kujua kwa nini.");
  }

  @Test
  void approvedTextThatIsGoneIsExplained() {
    var form = form(achieng, "");
    form.put("template", "HX2");

    refused(post(achieng, form), 400, "is not there any more");
  }

  @Test
  void readerWithoutAddressCannotBeAnswered() {
    tip = "/desk/tips/" + postbox.post(null, "Siri", Details.NONE);

    assertThat(achieng.page(tip).select(".hindrance").text()).contains("left no address");
    refused(post(achieng, Map.of("reply", "Asante", "form", "x")), 400, "left no address");
  }

  @Test
  void readerWhoSaidStopIsLeftAlone() {
    var form = form(achieng, "Asante");
    optOuts.record(submission(), OptOuts.By.READER);

    assertThat(achieng.page(tip).select(".hindrance").text()).contains("hear nothing more");
    var page = refused(post(achieng, form), 400, "hear nothing more");
    assertThat(words(page)).isEqualTo("Asante");
    optOuts.undo(submission());
    assertSent(send(achieng, "Asante"));
  }

  @Test
  void whatNobodyKnowsIsNeverShownAsSent() {
    assertSent(send(achieng, PaperChannel.LOST));
    await().until(() -> state().equals("Perhaps sent, perhaps not"));
    assertThat(answer(achieng.page(tip)).select(".reply-state").text())
        .endsWith(": The provider did not answer in time.");

    assertThat(fate("losses").statusCode()).isEqualTo(302);

    assertThat(state()).isEqualTo("Not sent");
    assertThat(answer(achieng.page(tip)).select(".reply-state").text())
        .endsWith("Achieng says that it did not arrive.");
    assertThat(answer(achieng.page(tip)).select("button").eachText()).containsExactly("Send again");
    assertThat(fate("tries").statusCode()).isEqualTo(302);
    await().until(() -> state().equals("Perhaps sent, perhaps not"));
    assertThat(answers()).isEqualTo(1);
  }

  @Test
  void whatTheProviderHasIsNotSentAgain() {
    assertSent(send(achieng, "Asante"));
    await().until(() -> state().equals("Sent"));
    assertThat(answer(achieng.page(tip)).select("button")).isEmpty();
    draft(achieng, "Na pia");

    var page = refused(fate("tries"), 400, "is with the provider or on its way already");

    assertThat(words(page)).isEqualTo("Na pia");
  }

  private String state() {
    return answer(achieng.page(tip)).select(".reply-state b").text();
  }

  private HttpResponse<String> fate(String form) {
    var id = answer(achieng.page(tip)).id().replace("reply-", "");
    return achieng.submit(tip, tip + "/replies/" + id + "/" + form, Map.of());
  }

  @Test
  void draftOutlivesThePageAndColleaguesSeeIt() {
    assertThat(draft(achieng, "Asante kwa\r\nhabari").statusCode()).isEqualTo(302);

    assertThat(words(achieng.page(tip))).isEqualTo("Asante kwa\nhabari");
    assertThat(words(otieno.page(tip))).isEmpty();
    assertThat(otieno.page(tip).select(".writing summary").text()).isEqualTo("Achieng is writing");
    clock.pass(Duration.ofMinutes(3));
    assertThat(otieno.page(tip).select(".writing summary").text())
        .startsWith("Achieng began to write, last at ");
    assertThat(achieng.page(tip).select(".writing")).isEmpty();
  }

  @Test
  void draftIsGoneOnceSent() {
    var form = form(achieng, "Asante");
    draft(achieng, "Asante");
    assertSent(post(achieng, form));

    assertThat(quietly(form).statusCode()).isEqualTo(204);

    assertThat(words(achieng.page(tip))).isEmpty();
    assertThat(otieno.page(tip).select(".writing")).isEmpty();
  }

  @Test
  void readyReplyIsAddedBelowTheWords() {
    var form = form(achieng, "Habari Amina.");
    form.put("canned", "sw.more");
    achieng.submit(tip, tip + "/draft", form);
    assertThat(words(achieng.page(tip))).isEqualTo("Habari Amina.");
    form.put("add", "canned");
    achieng.submit(tip, tip + "/draft", form);

    assertThat(words(achieng.page(tip)))
        .startsWith("Habari Amina.\nAsante kwa " + tip.replaceAll(".*/", ""));
    assertThat(achieng.page(tip).select("#reply-canned optgroup").eachAttr("label"))
        .containsExactly("English", "Swahili");
    assertThat(achieng.page(tip).select("#reply-canned option").eachText())
        .contains("Ask for more")
        .doesNotContain("Send the story");
  }

  @Test
  void emptyDraftIsNone() {
    draft(achieng, "Asante");
    draft(achieng, " ");

    assertThat(otieno.page(tip).select(".writing")).isEmpty();
  }

  @Test
  void draftTooLongIsGivenBack() {
    refused(draft(achieng, "a".repeat(10_001)), 400, "A draft has at most 10,000 characters");
  }

  @Test
  void wordsAreGivenBackBesideAListThatCannotBeShown() {
    for (var list : List.of("?holder=" + UUID.randomUUID(), "?after=nonsense", "?state=NONE")) {
      var answer = achieng.submit(tip, tip + "/draft" + list, form(achieng, "a".repeat(10_001)));
      refused(answer, 400, "A draft has at most 10,000 characters");
    }
  }

  @Test
  void lookingAtAFormSendsNothing() {
    for (var form : List.of("replies", "draft")) {
      assertThat(achieng.get(tip + "/" + form).headers().firstValue("Location")).hasValue(tip);
      assertThat(achieng.post(tip + "/" + form, "reply=x").statusCode()).isEqualTo(403);
    }
  }

  @Test
  void replyToAnUnknownTipIsNotFound() {
    var answer = achieng.submit(tip, "/desk/tips/K7F-3QXX/replies", Map.of("reply", "x"));
    assertThat(answer.statusCode()).isEqualTo(404);
  }

  /** No session lasts so long: Achieng signs in anew. */
  private void pass(Duration time) {
    clock.pass(time);
    achieng = visitors.signIn("Achieng", Role.EDITOR);
  }

  private HttpResponse<String> send(Visitor editor, String words) {
    return post(editor, form(editor, words));
  }

  /** What the page's form would send. */
  private Map<String, String> form(Visitor editor, String words) {
    return form(editor.page(tip), words);
  }

  private static Map<String, String> form(Document page, String words) {
    var form = new HashMap<String, String>();
    page.select("form[data-reply] input[type=hidden]:not([name=_csrf])")
        .forEach(field -> form.put(field.attr("name"), field.val()));
    form.put("reply", words);
    return form;
  }

  private HttpResponse<String> submitAgain(Visitor editor, Document page) {
    return post(editor, form(page, words(page)));
  }

  private HttpResponse<String> post(Visitor editor, Map<String, String> form) {
    return editor.submit(tip, tip + "/replies", form);
  }

  private HttpResponse<String> draft(Visitor editor, String words) {
    return editor.submit(tip, tip + "/draft", form(editor, words));
  }

  /** As the page's script does. */
  private HttpResponse<String> quietly(Map<String, String> form) {
    return achieng.submit(tip, tip + "/draft", form, "X-Quiet", "yes");
  }

  private HttpResponse<String> template(String first, String second) {
    var fields = achieng.page(tip).select("details.approved input[name=form]").attr("value");
    var token = achieng.page(tip).select("input[name=_csrf]").attr("value");
    return achieng.post(
        tip + "/replies",
        "_csrf=%s&form=%s&seen=1&template=HX1&variable=%s&variable=%s"
            .formatted(token, fields, encoded(first), encoded(second)));
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, UTF_8);
  }

  private static Document refused(HttpResponse<String> answer, int status, String sentence) {
    assertThat(answer.statusCode()).isEqualTo(status);
    var page = Jsoup.parse(answer.body());
    assertThat(page.select("#reply .problem").text()).contains(sentence);
    return page;
  }

  private void assertSent(HttpResponse<String> answer) {
    assertThat(answer.statusCode()).as(() -> Jsoup.parse(answer.body()).text()).isEqualTo(302);
    assertThat(answer.headers().firstValue("Location")).hasValue(tip + "#reply");
  }

  private static String words(Document page) {
    var box = page.selectFirst("#reply textarea");
    return box == null ? "" : box.wholeText();
  }

  private static Element answer(Element within) {
    return within.expectFirst(".reply-sent:has(.chip:containsOwn(reply))");
  }

  private UUID submission() {
    return jdbc.sql(
            """
            select ts.submission_id from tip_submissions ts join tips t on t.id = ts.tip_id
            where t.reference = ? limit 1
            """)
        .param(tip.replaceAll(".*/|-", ""))
        .query(UUID.class)
        .single();
  }

  private int answers() {
    return jdbc.sql(
            """
            select count(*) from replies r join tips t on t.id = r.tip_id
            where r.kind = 'ANSWER' and t.reference = ?
            """)
        .param(tip.replaceAll(".*/|-", ""))
        .query(Integer.class)
        .single();
  }
}
