package org.tipline.reply;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import org.tipline.channel.Mark;
import org.tipline.submission.Submissions;
import org.tipline.support.FormReader;
import org.tipline.support.NewsroomTest;
import org.tipline.support.Rehearsal;
import org.tipline.support.SettableClock;
import org.tipline.support.Talk;
import org.tipline.support.TalkingChannel;

@NewsroomTest
class AcknowledgeTests {

  @Autowired private TalkingChannel channel;
  @Autowired private AnswerLimits limits;
  @Autowired private OptOuts optOuts;
  @Autowired private OwnAnswers answers;
  @Autowired private Submissions submissions;
  @Autowired private TransactionTemplate transaction;
  @Autowired private SettableClock clock;
  @Autowired private JdbcClient jdbc;

  @LocalServerPort private int port;

  private Talk reader;

  @BeforeEach
  void someone() {
    reader = Talk.of(port, jdbc);
  }

  @Test
  void newTipIsAnsweredInItsReadersLanguage() {
    var swahili = reader.says("Hakuna maji hapa kwa wiki mbili");
    var english = Talk.of(port, jdbc).says("No water here for two weeks");

    assertThat(Heard.by(jdbc, swahili))
        .singleElement()
        .satisfies(
            heard -> {
              assertThat(heard.kind()).isEqualTo(ReplyKind.ACKNOWLEDGEMENT);
              assertThat(heard.text())
                  .startsWith("Asante. Ref " + Heard.reference(jdbc, swahili) + ". ");
              assertThat(heard.aboutATip()).isTrue();
            });
    assertThat(Heard.by(jdbc, english).getFirst().text())
        .startsWith("Thank you. Ref " + Heard.reference(jdbc, english) + ". ");
  }

  @Test
  void acknowledgementIsSentOnce() {
    var words = Heard.by(jdbc, reader.says("Mafuriko hapa kwetu")).getFirst().text();

    await().until(() -> channel.takenOf(words) == 1);
  }

  @Test
  void readerOfNoLanguageIsAnsweredInTheNewsroomsFirst() {
    assertThat(Heard.by(jdbc, reader.says("Kisumu 25170")).getFirst().text())
        .startsWith("Thank you");
  }

  @Test
  void readersEarlierWordsTellTheirLanguage() {
    reader.says("Hakuna maji hapa kwa wiki mbili");
    clock.pass(Duration.ofHours(25));

    assertThat(Heard.by(jdbc, reader.says("Kisumu 25170")).getLast().text()).startsWith("Asante");
  }

  @Test
  void readerIsToldOnceInADayHoweverManyTips() {
    var first = reader.says("The first of many tips");
    clock.pass(Duration.ofMinutes(40));
    var second = reader.says("The second is another tip");
    assertThat(Heard.reference(jdbc, second)).isNotEqualTo(Heard.reference(jdbc, first));
    assertThat(Heard.by(jdbc, second)).hasSize(1);

    clock.pass(Duration.ofHours(24));
    var third = reader.says("The third is on the next day");
    assertThat(Heard.by(jdbc, third)).hasSize(2);
    assertThat(Heard.by(jdbc, third).getLast().text())
        .contains(Heard.reference(jdbc, third))
        .doesNotContain(Heard.reference(jdbc, first));
  }

  @Test
  void whatJoinsATipIsNotAnswered() {
    reader.says("There is a fire at the market");

    assertThat(Heard.by(jdbc, reader.says("and it is growing"))).hasSize(1);
  }

  @Test
  void machinesAreNotAnswered() {
    assertThat(Heard.by(jdbc, reader.says("I am out of office until Monday", Mark.AUTOMATIC)))
        .isEmpty();
    assertThat(
            Heard.by(
                jdbc, new Talk(port, jdbc, "Safaricom").says("Win a phone " + UUID.randomUUID())))
        .isEmpty();
    assertThat(
            Heard.by(jdbc, new Talk(port, jdbc, "40404").says("Your bundle " + UUID.randomUUID())))
        .isEmpty();
  }

  @Test
  void readerWhoStoppedIsNotAnswered() {
    var message = reader.says("There is a fire at the market");
    optOuts.record(message, OptOuts.By.PROVIDER);
    clock.pass(Duration.ofHours(25));

    assertThat(Heard.by(jdbc, reader.says("There is another fire"))).hasSize(1);
  }

  @Test
  void sameWordsAgainAreNotAnswered() {
    var first = reader.says("There is a fire at the market");
    forgetWhatWasSaidTo(first);
    clock.pass(Duration.ofMinutes(40));

    var again = reader.says("there is a fire at the market ");
    assertThat(Heard.reference(jdbc, again)).isNotEmpty();
    assertThat(Heard.by(jdbc, again)).hasSize(1);
  }

  @Test
  void channelThatCannotSendSaysNothingAndTakesTheTip() throws Exception {
    var id = UUID.randomUUID().toString();
    new Rehearsal(port).message("+254199" + UUID.randomUUID(), id, "There is a fire");
    await()
        .until(
            () ->
                jdbc.sql("select count(*) from submissions where external_id = ?")
                        .param(id)
                        .query(Integer.class)
                        .single()
                    == 1);

    var message =
        jdbc.sql("select id from submissions where external_id = ?")
            .param(id)
            .query(UUID.class)
            .single();
    assertThat(Heard.reference(jdbc, message)).isNotEmpty();
    assertThat(Heard.by(jdbc, message)).isEmpty();
  }

  @Test
  void whatCannotBeSaidIsLeftUnsaidAndTheTransactionGoesOn() {
    var message = reader.says("There is a fire at the market");
    optOuts.record(message, OptOuts.By.PROVIDER);
    clock.pass(Duration.ofHours(25));

    var said =
        transaction.execute(
            _ ->
                answers.say(
                    ReplyKind.ACKNOWLEDGEMENT,
                    submissions.find(message).orElseThrow(),
                    null,
                    "Asante"));

    assertThat(said).isFalse();
  }

  @Test
  void contactTypedIntoTheFormIsNotWrittenTo() throws Exception {
    var form = new FormReader(URI.create("http://127.0.0.1:" + port));
    var words = "The victim of a mail bomb " + UUID.randomUUID();
    var fields = form.hiddenFields();
    fields.put("text", words);
    fields.put("contact", "victim@example.com");
    fields.put("mayContact", "yes");
    assertThat(form.post(fields, Map.of()).statusCode()).isEqualTo(303);

    var message =
        await()
            .until(
                () ->
                    jdbc.sql("select id from submissions where text = ?")
                        .param(words)
                        .query(UUID.class)
                        .list(),
                found -> !found.isEmpty())
            .getFirst();
    assertThat(Heard.reference(jdbc, message)).isNotEmpty();
    assertThat(Heard.by(jdbc, message)).isEmpty();
  }

  @Test
  void ofManyInstancesOneAnswers() throws Exception {
    var message = reader.says("There is a fire at the market");
    var id =
        jdbc.sql("select reader_id from submissions where id = ?")
            .param(message)
            .query(UUID.class)
            .single();
    clock.pass(Duration.ofHours(25));

    var attempts = new ArrayList<Callable<Boolean>>();
    for (var n = 0; n < 20; n++) {
      attempts.add(() -> limits.allow(id, ReplyKind.ACKNOWLEDGEMENT));
    }
    try (var threads = Executors.newFixedThreadPool(8)) {
      var allowed = 0;
      for (var attempt : threads.invokeAll(attempts)) {
        allowed += attempt.get() ? 1 : 0;
      }
      assertThat(allowed).isEqualTo(1);
    }
  }

  private void forgetWhatWasSaidTo(UUID message) {
    jdbc.sql(
            """
            delete from answer_limits
            where reader_id = (select reader_id from submissions where id = ?)
            """)
        .param(message)
        .update();
  }
}
