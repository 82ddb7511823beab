package org.tipline.moderation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.tipline.account.Desks;
import org.tipline.account.Newsroom;
import org.tipline.account.Seats;
import org.tipline.account.Sight;
import org.tipline.support.NewsroomTest;
import org.tipline.support.Rehearsal;

@NewsroomTest
class ModerationTests {

  private final String sender = "+254199" + UUID.randomUUID();
  private Seats achieng;
  private Seats otieno;

  @Autowired private Moderation moderation;
  @Autowired private Notes notes;
  @Autowired private Queue queue;
  @Autowired private Desks desks;
  @Autowired private JdbcClient jdbc;

  @LocalServerPort private int port;

  private String reference = "";

  @BeforeEach
  void twoEditorsAndATip() throws Exception {
    achieng = editor("Achieng");
    otieno = editor("Otieno");
    reference = send("Mafuriko Budalang’i");
  }

  @Test
  void whatAReaderAddsSoonAfterBelongsToTheSameTip() throws Exception {
    assertThat(send("and the school is closed")).isEqualTo(reference);

    assertThat(view().submissions()).hasSize(2);
    assertThat(view().tip().firstLine()).isEqualTo("Mafuriko Budalang’i");
    assertThat(view().tip().submissions()).isEqualTo(2);
  }

  @Test
  void whatAReaderAddsMuchLaterIsAnotherTip() throws Exception {
    jdbc.sql(
            "update tips set last_activity_at = last_activity_at - interval '31 minutes' where id ="
                + " ?")
        .param(view().tip().id())
        .update();

    var other = send("something else");

    assertThat(other).isNotEqualTo(reference);
    assertThat(queue.find(Sight.EVERYWHERE, other).orElseThrow().tip().readerTips()).isEqualTo(2);
  }

  @Test
  void sameWordsAgainAreRemarkedAndStayInTheQueue() throws Exception {
    send("mafuriko budalang’i ");

    assertThat(view().tip().finding())
        .isEqualTo("The same words as " + reference + ", from the same reader.");
    assertThat(view().tip().queuedAt()).isNotNull();
  }

  @Test
  void nothingAtAllIsRemarked() throws Exception {
    jdbc.sql("update tips set last_activity_at = last_activity_at - interval '1 day' where id = ?")
        .param(view().tip().id())
        .update();

    assertThat(queue.find(Sight.EVERYWHERE, send(" ")).orElseThrow().tip().finding())
        .isEqualTo("No words and no files.");
  }

  @Test
  void claimIsForOneEditorUntilReleased() {
    moderation.claim(reference, achieng);
    moderation.claim(reference, achieng);

    assertThat(view().tip().claimedBy()).isEqualTo("Achieng");
    assertThatThrownBy(() -> moderation.claim(reference, otieno))
        .isInstanceOf(TipTaken.class)
        .hasMessage("Achieng is on this tip.");
    assertThatThrownBy(() -> decide(otieno, new Decision.Accept())).isInstanceOf(TipTaken.class);
    moderation.release(reference, otieno);
    assertThat(view().tip().claimedBy()).isEqualTo("Achieng");
    moderation.release(reference, achieng);
    moderation.claim(reference, otieno);
    assertThat(view().tip().claimedBy()).isEqualTo("Otieno");
  }

  @Test
  void decisionTakesATipOutOfTheQueueAndIsInItsHistory() {
    moderation.claim(reference, achieng);
    decide(achieng, new Decision.Accept());
    decide(achieng, new Decision.Publish("https://news.example.org/budalangi"));

    var view = view();
    assertThat(view.tip().state()).isEqualTo(TipState.PUBLISHED);
    assertThat(view.tip().queuedAt()).isNull();
    assertThat(view.tip().claimedBy()).isNull();
    assertThat(view.publishedLink()).isEqualTo("https://news.example.org/budalangi");
    assertThat(view.history())
        .extracting(TipView.HistoryEntry::action)
        .containsExactly("opened", "claimed", "accepted", "published");
    assertThat(view.history().getLast().editor()).isEqualTo("Achieng");
  }

  @Test
  void decisionOnAPageThatIsOutOfDateIsRefused() {
    var seen = view().tip().version();
    moderation.decide(reference, achieng, seen, new Decision.Reject("old news"));

    assertThatThrownBy(() -> moderation.decide(reference, otieno, seen, new Decision.Accept()))
        .isInstanceOf(StaleTip.class)
        .hasMessageMatching("Achieng rejected this \\d s ago: old news");
    assertThat(view().tip().state()).isEqualTo(TipState.REJECTED);
  }

  @Test
  void readerWhoWritesAgainAfterADecisionBringsTheTipBack() throws Exception {
    decide(achieng, new Decision.Reject("old news"));
    send("there is more now");

    assertThat(view().tip().newActivity()).isTrue();
    assertThat(view().tip().queuedAt()).isNotNull();
    decide(achieng, new Decision.Reject("still old news"));
    assertThat(view().tip().queuedAt()).isNull();
  }

  @Test
  void spamStaysWhereItIs() throws Exception {
    decide(achieng, new Decision.Spam());
    send("buy now");

    assertThat(view().tip().state()).isEqualTo(TipState.SPAM);
    assertThat(view().tip().queuedAt()).isNull();
    assertThat(view().tip().newActivity()).isFalse();
    decide(achieng, new Decision.Reopen());
    assertThat(view().tip().queuedAt()).isNotNull();
  }

  @Test
  void whatTheStateDoesNotAllowIsSaidInASentence() {
    assertThatThrownBy(() -> decide(achieng, new Decision.Publish("https://a.example.org")))
        .isInstanceOf(BadDecision.class)
        .hasMessage("A tip that is waiting cannot become published; accept it first.");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "story",
        "javascript:alert(1)",
        "ftp://a.example.org",
        "https://",
        "http://a b"
      })
  void onlyAWebAddressPublishes(String link) {
    assertThatThrownBy(() -> new Decision.Publish(link)).isInstanceOf(BadDecision.class);
  }

  @Test
  void noteIsForColleagues() {
    note(" Called the chief.\u0000 ");

    assertThat(view().notes())
        .singleElement()
        .satisfies(note -> assertThat(note.text()).isEqualTo("Called the chief.\uFFFD"));
    assertThatThrownBy(() -> note(" ")).isInstanceOf(BadDecision.class);
    assertThatThrownBy(() -> note("x".repeat(10_001))).isInstanceOf(BadDecision.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "nothing", "000-0000x", "' or 1=1 --", "\u0000"})
  void unknownReferenceIsUnknown(String unknown) {
    assertThat(queue.find(Sight.EVERYWHERE, unknown)).isEmpty();
    assertThatThrownBy(() -> moderation.claim(unknown, achieng)).isInstanceOf(UnknownTip.class);
  }

  @Test
  void pagesFollowEachOtherWithoutGapOrRepeat() throws Exception {
    for (var n = 0; n < 5; n++) {
      new Rehearsal(port).message(sender + n, UUID.randomUUID().toString(), "page " + sender);
    }
    var filter = new TipFilter(true, null, null, "news", sender);
    await().until(() -> queue.page(Sight.EVERYWHERE, filter, null, 50).tips().size() == 5);

    var first = queue.page(Sight.EVERYWHERE, filter, null, 2);
    var second = queue.page(Sight.EVERYWHERE, filter, first.next(), 2);
    var third = queue.page(Sight.EVERYWHERE, filter, second.next(), 2);

    assertThat(first.tips()).hasSize(2);
    assertThat(second.tips()).hasSize(2).doesNotContainAnyElementsOf(first.tips());
    assertThat(third.tips()).hasSize(1).doesNotContainAnyElementsOf(second.tips());
    assertThat(third.next()).isNull();
    assertThat(first.tips().getFirst().openedAt())
        .isBeforeOrEqualTo(third.tips().getFirst().openedAt());
  }

  @ParameterizedTest
  @ValueSource(strings = {"x", "AAAA", "%%%", ""})
  void foreignCursorIsTheCallersMistake(String cursor) {
    assertThatThrownBy(() -> queue.page(Sight.EVERYWHERE, TipFilter.QUEUE, cursor, 10))
        .isInstanceOf(BadCursor.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {"100%", "_", "\\", "'", "\u0000"})
  void searchTakesEveryCharacterAsItIs(String words) {
    assertThat(
            queue
                .page(
                    Sight.EVERYWHERE,
                    new TipFilter(true, null, null, null, words + sender),
                    null,
                    10)
                .tips())
        .isEmpty();
  }

  private void decide(Seats editor, Decision decision) {
    moderation.decide(reference, editor, view().tip().version(), decision);
  }

  private void note(String text) {
    notes.write(Act.newId(), reference, otieno, text);
  }

  private TipView view() {
    return queue.find(Sight.EVERYWHERE, reference).orElseThrow();
  }

  /** Sends a message and gives back the reference of the tip it is in. */
  private String send(String text) throws Exception {
    var id = UUID.randomUUID().toString();
    assertThat(new Rehearsal(port).message(sender, id, text)).isEqualTo(200);
    return await().until(() -> referenceOf(id), found -> !found.isEmpty());
  }

  private String referenceOf(String externalId) {
    return jdbc.sql(
            """
            select t.reference from submissions s join tip_submissions ts on ts.submission_id = s.id
            join tips t on t.id = ts.tip_id where s.external_id = ?
            """)
        .param(externalId)
        .query(String.class)
        .optional()
        .map(symbols -> new Reference(symbols).toString())
        .orElse("");
  }

  private Seats editor(String name) {
    var id = UUID.randomUUID();
    jdbc.sql(
            "insert into editors (id, email, name, roles, created_at) values (?, ?, ?, '{EDITOR}',"
                + " now())")
        .param(id)
        .param(id + "@example.org")
        .param(name)
        .update();
    return Newsroom.seats(id, desks);
  }
}
