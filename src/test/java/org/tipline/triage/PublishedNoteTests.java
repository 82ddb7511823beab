package org.tipline.triage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.URI;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.tipline.reply.OptOuts;
import org.tipline.support.FormReader;
import org.tipline.support.Rehearsal;
import org.tipline.support.SettableClock;
import org.tipline.support.Talk;

@DeskTest
class PublishedNoteTests {

  private static final String STORY = "https://news.example.org/maji";

  @Autowired private Visitors visitors;
  @Autowired private OptOuts optOuts;
  @Autowired private JdbcClient jdbc;
  @Autowired private SettableClock clock;

  @LocalServerPort private int port;

  private Visitor achieng;
  private UUID message;
  private String reference;

  @BeforeEach
  void aTipCameByText() {
    achieng = visitors.editor("Achieng");
    message = Talk.of(port, jdbc).says("Hakuna maji hapa kwa wiki mbili");
    reference = reference(message);
  }

  @Test
  void readerIsToldOfTheStoryInTheirLanguage() {
    publish(Map.of("tell", "yes"));

    assertThat(notes())
        .containsExactly(
            "Asante. Taarifa yako ilichangia habari hii: " + STORY + " Ref " + reference);
    assertThat(sent()).isZero();
    clock.pass(Duration.ofSeconds(12));
    await().until(() -> sent() == 1);
    assertThat(achieng.page(tip()).select(".tip > header .chip").eachText()).contains("Published");
  }

  @Test
  void readerIsNotToldUnlessTheEditorSaysSo() {
    assertThat(achieng.page(tip()).select("input[name=tell][checked]")).isEmpty();
    publish(Map.of());

    assertThat(notes()).isEmpty();
  }

  @Test
  void publishingThatIsTakenBackTellsNobody() {
    accept();
    var act = UUID.randomUUID().toString();
    submit(decision("publish", Map.of("link", STORY, "tell", "yes", "act", act)));
    achieng.submit("/desk", "/desk/undos", Map.of("act", act));
    assertThat(achieng.page(tip()).select(".tip > header .chip").eachText()).contains("Accepted");

    clock.pass(Duration.ofSeconds(12));

    await().until(() -> notes("FAILED").size() == 1);
    assertThat(achieng.page(tip()).select(".reply-state").text())
        .contains("Publishing was taken back before the reader was told.");
    assertThat(sent()).isZero();
  }

  @Test
  void readersOfMergedTipsAreToldToo() {
    var other = reference(Talk.of(port, jdbc).says("Maji hayajafika kwetu pia"));
    accept();
    achieng.submit(tip(), tip() + "/merges", decision("merge", Map.of("with", other)));

    submit(decision("publish", Map.of("link", STORY, "tell", "yes")));

    assertThat(notes()).hasSize(2);
  }

  @Test
  void formThatComesTwiceTellsOnce() {
    accept();
    var fields = decision("publish", Map.of("link", STORY, "tell", "yes"));
    fields.put("act", UUID.randomUUID().toString());
    submit(fields);
    submit(fields);

    assertThat(notes()).hasSize(1);
  }

  @Test
  void readerWhoStoppedIsNotToldAndTheDecisionStands() {
    optOuts.record(message, OptOuts.By.READER);

    assertNotTold("The reader has asked to hear nothing more by SMS.");
  }

  @Test
  void windowThatHasClosedIsSaid() {
    jdbc.sql("update submissions set received_at = received_at - interval '25 hours' where id = ?")
        .param(message)
        .update();

    assertNotTold("The reader last wrote more than 24 hours ago");
  }

  @Test
  void channelThatCannotSendIsSaid() throws Exception {
    var id = UUID.randomUUID().toString();
    new Rehearsal(port).message("+254199" + id, id, "Mafuriko");
    reference = reference(found("external_id", id));

    assertNotTold("Tipline takes WhatsApp here and is not set up to send any.");
  }

  @Test
  void readerWhoDidNotAgreeIsNotContacted() throws Exception {
    var words = "Hakuna maji " + UUID.randomUUID();
    var form = new FormReader(URI.create("http://127.0.0.1:" + port));
    var fields = form.hiddenFields();
    fields.put("text", words);
    fields.put("contact", "0743 570 000");
    assertThat(form.post(fields, Map.of()).statusCode()).isEqualTo(303);
    reference = reference(found("text", words));

    assertNotTold("The reader did not allow us to contact them.");
  }

  private UUID found(String column, String value) {
    return await()
        .until(
            () ->
                jdbc.sql("select id from submissions where " + column + " = ?")
                    .param(value)
                    .query(UUID.class)
                    .list(),
            found -> !found.isEmpty())
        .getFirst();
  }

  /** In words, on the page that follows and at the tip. */
  private void assertNotTold(String reason) {
    var after = publish(Map.of("tell", "yes"));

    assertThat(notes()).isEmpty();
    assertThat(after.select("#undo").text()).contains(reason);
    var page = achieng.page(tip());
    assertThat(page.select(".history").text()).contains("reader was not told of the story", reason);
    assertThat(page.select(".tip > header .chip").eachText()).contains("Published");
  }

  private Document publish(Map<String, String> more) {
    accept();
    var fields = decision("publish", more);
    fields.put("link", STORY);
    return submit(fields);
  }

  private void accept() {
    submit(decision("accept", Map.of()));
  }

  private Map<String, String> decision(String kind, Map<String, String> more) {
    var fields = new HashMap<>(more);
    fields.put("kind", kind);
    fields.put("version", achieng.page(tip()).select(".tip").attr("data-version"));
    return fields;
  }

  /** The page it leads to. */
  private Document submit(Map<String, String> fields) {
    var answer = achieng.submit(tip(), tip() + "/decisions", fields);
    assertThat(answer.statusCode()).isEqualTo(302);
    return achieng.page(answer.headers().firstValue("Location").orElseThrow());
  }

  private String tip() {
    return "/desk/tips/" + reference;
  }

  private List<String> notes() {
    return notes("%");
  }

  private int sent() {
    return notes("SENT").size();
  }

  private List<String> notes(String state) {
    return jdbc.sql(
            """
            select r.text from replies r join tips t on t.id = r.tip_id
            where t.reference = ? and r.kind = 'PUBLISHED' and r.state like ?
            """)
        .params(reference.replace("-", ""), state)
        .query(String.class)
        .list();
  }

  private String reference(UUID message) {
    return jdbc.sql(
            """
            select substr(t.reference, 1, 3) || '-' || substr(t.reference, 4)
            from tip_submissions ts join tips t on t.id = ts.tip_id where ts.submission_id = ?
            """)
        .param(message)
        .query(String.class)
        .single();
  }
}
