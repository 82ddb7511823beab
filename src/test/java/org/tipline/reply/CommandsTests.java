package org.tipline.reply;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.tipline.channel.Mark;
import org.tipline.support.NewsroomTest;
import org.tipline.support.Rehearsal;
import org.tipline.support.SettableClock;
import org.tipline.support.Talk;

@NewsroomTest
class CommandsTests {

  private static final String STOPPED =
      "Hutapokea ujumbe wetu tena. Ukitaka kuupokea tena, tuma ANZA. Bado unaweza kutuandikia"
          + " wakati wowote.";

  @Autowired private OptOuts optOuts;
  @Autowired private SettableClock clock;
  @Autowired private JdbcClient jdbc;

  @LocalServerPort private int port;

  private Talk reader;
  private UUID tip;

  @BeforeEach
  void aReaderHasATip() {
    reader = Talk.of(port, jdbc);
    tip = reader.says("Hakuna maji hapa kwa wiki mbili");
  }

  @Test
  void stopIsConfirmedThenKept() {
    var stop = reader.says("Stop.");

    assertThat(optOuts.isOptedOut(tip)).isTrue();
    assertThat(Heard.by(jdbc, stop).getLast())
        .isEqualTo(new Heard(ReplyKind.OPT_OUT, STOPPED, false));
    await().until(() -> isSent(stop));
    assertThat(Heard.reference(jdbc, stop)).isEmpty();
    assertThat(Heard.history(jdbc, tip))
        .containsExactly("opened", "reader asked to hear nothing more");
  }

  @Test
  void stopTwiceIsConfirmedOnce() {
    reader.says("ACHA");

    assertThat(Heard.by(jdbc, reader.says("ACHA"))).hasSize(2);
  }

  @Test
  void tipThatBeginsWithStopIsATip() {
    var more = reader.says("Stop the demolition at Mukuru");

    assertThat(Heard.reference(jdbc, more)).isEqualTo(Heard.reference(jdbc, tip));
    assertThat(optOuts.isOptedOut(tip)).isFalse();
  }

  @Test
  void startUndoesStopAndTheTipSideWorksMeanwhile() {
    reader.says("simamisha");
    var more = reader.says("Maji yamerudi lakini ni machafu");
    assertThat(Heard.reference(jdbc, more)).isEqualTo(Heard.reference(jdbc, tip));

    var start = reader.says("Anza");
    assertThat(optOuts.isOptedOut(tip)).isFalse();
    assertThat(Heard.by(jdbc, start).getLast().text()).startsWith("Utapokea ujumbe wetu tena.");
    assertThat(Heard.history(jdbc, tip)).endsWith("reader wants to hear from us again");
  }

  @Test
  void startOfOneWhoNeverStoppedIsHelped() {
    assertThat(Heard.by(jdbc, reader.says("START")).getLast().kind()).isEqualTo(ReplyKind.HELP);
  }

  @Test
  void helpIsAnsweredOnceInADay() {
    var help = reader.says("MSAADA");
    reader.says("help");

    assertThat(Heard.by(jdbc, help)).hasSize(2);
    assertThat(Heard.by(jdbc, help).getLast().text()).startsWith("Hii ni Tipline.");
    clock.pass(Duration.ofHours(24));
    reader.says("HELP");
    assertThat(Heard.by(jdbc, help)).hasSize(3);
    assertThat(Heard.reference(jdbc, help)).isEmpty();
  }

  @Test
  void whatTheProviderAnsweredIsRecordedAndNotAnsweredAgain() {
    var stop = reader.says("Tafadhali acheni", Mark.STOP_ANSWERED);
    assertThat(optOuts.isOptedOut(tip)).isTrue();
    assertThat(Heard.reference(jdbc, stop)).isEmpty();

    reader.says("HELP", Mark.HELP_ANSWERED);
    reader.says("START", Mark.START_ANSWERED);
    assertThat(optOuts.isOptedOut(tip)).isFalse();
    assertThat(Heard.by(jdbc, stop)).hasSize(1);
  }

  @Test
  void firstWordOfAStrangerOpensNoTip() {
    var stop = Talk.of(port, jdbc).says("STOP");

    assertThat(Heard.reference(jdbc, stop)).isEmpty();
    assertThat(Heard.by(jdbc, stop))
        .containsExactly(
            new Heard(
                ReplyKind.OPT_OUT,
                "You will get no more messages from us. To get them again, send START. You can"
                    + " still write to us at any time.",
                false));
  }

  @Test
  void wordOfAMachineIsATip() {
    var word = new Talk(port, jdbc, "Shop" + UUID.randomUUID()).says("HELP");
    var shortCode = new Talk(port, jdbc, "40405").says("STOP");
    var forwarded = reader.says("STOP", Mark.FORWARDED);

    assertThat(Heard.reference(jdbc, word)).isNotEmpty();
    assertThat(Heard.reference(jdbc, shortCode)).isNotEmpty();
    assertThat(Heard.reference(jdbc, forwarded)).isNotEmpty();
    assertThat(Heard.by(jdbc, word)).isEmpty();
  }

  @Test
  void ownerIsToldHowTheTipStands() {
    var reference = Heard.reference(jdbc, tip);
    assertThat(ask("HALI " + reference))
        .isEqualTo(
            "Ref "
                + reference
                + ": ujumbe wako umefika na unasubiri zamu yake. Asante kwa subira yako.");
    decide("ACCEPTED", null);
    assertThat(ask("status " + reference.toLowerCase(Locale.ROOT).replace("-", " ")))
        .contains("tunaufuatilia");
    decide("PUBLISHED", "https://news.example.org/maji");
    assertThat(ask("hali"))
        .isEqualTo(
            "Ref "
                + reference
                + ": ujumbe wako ulichangia habari hii: https://news.example.org/maji"
                + " Asante.");
    decide("REJECTED", null);
    assertThat(ask("HALI " + reference)).contains("hatutautumia");
    assertThat(Heard.history(jdbc, tip))
        .filteredOn("reader asked how it stands"::equals)
        .hasSize(4);
  }

  @Test
  void strangerLearnsAsLittleAsOfAReferenceThatIsNobodys() {
    var stranger = Talk.of(port, jdbc);
    var reference = Heard.reference(jdbc, tip);
    var ofSomebody = Heard.by(jdbc, stranger.says("STATUS " + reference)).getLast();
    var ofNobody = Heard.by(jdbc, stranger.says("STATUS K7F-3QXR")).getLast();

    assertThat(ofSomebody)
        .isEqualTo(
            new Heard(
                ReplyKind.STATUS, "We know no tip " + reference + " from this number.", false));
    assertThat(ofNobody)
        .isEqualTo(new Heard(ReplyKind.STATUS, "We know no tip K7F-3QXR from this number.", false));
    assertThat(Heard.history(jdbc, tip)).containsExactly("opened");
    assertThat(Heard.by(jdbc, stranger.says("STATUS")).getLast().text())
        .startsWith("We have no message from this number yet.");
  }

  @Test
  void oneNumberIsOnePersonOnSmsAndWhatsApp() throws Exception {
    var id = UUID.randomUUID().toString();
    new Rehearsal(port).message(reader.reader(), id, "The same phone on WhatsApp");
    var other = await().until(() -> referenceOf(id), found -> !found.isEmpty()).getFirst();

    assertThat(ask("STATUS " + other)).startsWith("Ref " + other + ": ");
  }

  @Test
  void mergedTipStandsAsTheOneItIsIn() {
    var whole = Talk.of(port, jdbc).says("Maji yamekatika mtaani kote");
    jdbc.sql(
            """
            update tips set state = 'MERGED', queued_at = null,
              merged_into = (select tip_id from tip_submissions where submission_id = :whole)
            where id = (select tip_id from tip_submissions where submission_id = :tip)
            """)
        .param("whole", whole)
        .param("tip", tip)
        .update();
    jdbc.sql(
            """
            update tips set state = 'ACCEPTED', queued_at = null
            where id = (select tip_id from tip_submissions where submission_id = ?)
            """)
        .param(whole)
        .update();

    assertThat(ask("HALI"))
        .startsWith("Ref " + Heard.reference(jdbc, tip))
        .contains("tunaufuatilia");
  }

  @Test
  void askingWithoutEndIsAnsweredFiveTimesAnHour() {
    for (var n = 0; n < 8; n++) {
      reader.says("HALI");
    }
    assertThat(Heard.by(jdbc, tip))
        .filteredOn(heard -> heard.kind() == ReplyKind.STATUS)
        .hasSize(5);
    clock.pass(Duration.ofHours(1));
    reader.says("HALI");
    assertThat(Heard.by(jdbc, tip))
        .filteredOn(heard -> heard.kind() == ReplyKind.STATUS)
        .hasSize(6);
  }

  private String ask(String question) {
    var asked = reader.says(question);
    assertThat(Heard.reference(jdbc, asked)).isEmpty();
    return Heard.by(jdbc, asked).getLast().text();
  }

  private void decide(String state, @Nullable String link) {
    jdbc.sql(
            """
            update tips set state = :state, published_link = :link, queued_at = null
            where id = (select tip_id from tip_submissions where submission_id = :tip)
            """)
        .param("state", state)
        .param("link", link)
        .param("tip", tip)
        .update();
  }

  private List<String> referenceOf(String externalId) {
    return jdbc.sql(
            """
            select substr(t.reference, 1, 3) || '-' || substr(t.reference, 4)
            from submissions s join tip_submissions ts on ts.submission_id = s.id
            join tips t on t.id = ts.tip_id where s.external_id = ?
            """)
        .param(externalId)
        .query(String.class)
        .list();
  }

  private boolean isSent(UUID message) {
    return jdbc.sql("select state = 'SENT' from replies where submission_id = ?")
        .param(message)
        .query(Boolean.class)
        .single();
  }
}
