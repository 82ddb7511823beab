package org.tipline.moderation;

import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.tipline.account.Desk;
import org.tipline.account.Desks;
import org.tipline.account.Editors;
import org.tipline.account.NewEditor;
import org.tipline.account.Newsroom;
import org.tipline.account.Role;
import org.tipline.account.Seats;
import org.tipline.account.Sight;
import org.tipline.support.NewsroomTest;
import org.tipline.support.Rehearsal;
import org.tipline.support.SettableClock;

/** What editors do besides deciding, and the way back from each of it. */
@NewsroomTest
class ActsTests {

  private final String sender = "+254199" + UUID.randomUUID();
  private Seats achieng;
  private Seats otieno;

  @Autowired private Moderation moderation;
  @Autowired private Handover handover;
  @Autowired private Merges merges;
  @Autowired private Undo undo;
  @Autowired private Tags tags;
  @Autowired private Queue queue;
  @Autowired private Desks desks;
  @Autowired private Editors editors;
  @Autowired private JdbcClient jdbc;
  @Autowired private SettableClock clock;

  @LocalServerPort private int port;

  private String tip = "";

  @BeforeEach
  void twoEditorsAndATip() throws Exception {
    desks.open("western", "Western");
    achieng = editor("Achieng");
    otieno = editor("Otieno");
    tip = send(sender, "Mafuriko");
  }

  @Test
  void decisionIsUndoneToWhatWasBefore() {
    moderation.claim(tip, achieng);
    var before = row(tip);
    var act = act(tip);
    moderation.decide(act, new Decision.Reject("old"));

    assertThat(undo.undo(act.id(), achieng).undone()).containsExactly(tip);

    assertThat(row(tip).state()).isEqualTo(TipState.WAITING);
    assertThat(row(tip).queuedAt()).isEqualTo(before.queuedAt());
    assertThat(row(tip).claimedBy()).isEqualTo("Achieng");
    assertThat(history(tip)).endsWith("rejected", "undid");
  }

  @Test
  void undoneTwiceIsUndoneOnce() {
    var act = act(tip);
    moderation.decide(act, new Decision.Accept());
    undo.undo(act.id(), achieng);
    var version = row(tip).version();

    assertThat(undo.undo(act.id(), achieng).undone()).containsExactly(tip);
    assertThat(row(tip).version()).isEqualTo(version);
  }

  @Test
  void undoIsForTenSecondsAndForOnesOwnActs() {
    var act = act(tip);
    moderation.decide(act, new Decision.Accept());

    assertThatThrownBy(() -> undo.undo(act.id(), otieno)).isInstanceOf(TooLate.class);
    clock.pass(Duration.ofSeconds(13));
    assertThatThrownBy(() -> undo.undo(act.id(), achieng)).isInstanceOf(TooLate.class);
    assertThat(row(tip).state()).isEqualTo(TipState.ACCEPTED);
  }

  @Test
  void whatSomebodyTouchedSinceStays() {
    var act = act(tip);
    moderation.decide(act, new Decision.Accept());
    moderation.claim(tip, otieno);

    assertThat(undo.undo(act.id(), achieng).touched()).containsExactly(tip);
    assertThat(row(tip).state()).isEqualTo(TipState.ACCEPTED);
  }

  @Test
  void actThatComesAgainChangesNothingMore() {
    var act = act(tip);
    moderation.decide(act, new Decision.Accept());
    moderation.decide(act, new Decision.Accept());

    assertThat(history(tip)).containsExactly("opened", "accepted");
  }

  @Test
  void snoozedTipWaitsAgainWhenItsTimeHasCome() {
    moderation.snooze(act(tip), clock.instant().plus(Duration.ofHours(1)));
    assertThat(row(tip).queuedAt()).isNull();
    assertThat(snoozed()).contains(tip);

    clock.pass(Duration.ofMinutes(61));
    await().until(() -> row(tip).queuedAt() != null);

    assertThat(snoozed()).doesNotContain(tip);
    assertThat(history(tip)).endsWith("put off", "came back");
  }

  @Test
  void snoozedTipWaitsAgainWhenItsReaderWrites() throws Exception {
    moderation.snooze(act(tip), null);
    send(sender, "and more");

    assertThat(row(tip).queuedAt()).isNotNull();
    assertThat(row(tip).newActivity()).isTrue();
    assertThat(row(tip).snoozedAt()).isNull();
  }

  @Test
  void onlyWhatWaitsIsPutOffAndNeverToThePast() {
    assertThatThrownBy(() -> moderation.snooze(act(tip), clock.instant()))
        .isInstanceOf(BadDecision.class);
    moderation.decide(act(tip), new Decision.Accept());
    assertThatThrownBy(() -> moderation.snooze(act(tip), null)).isInstanceOf(BadDecision.class);
  }

  @Test
  void tipMovesToAnotherDeskAndBack() {
    var act = act(tip);
    handover.move(act, "western");
    assertThat(row(tip).desk()).isEqualTo("western");
    assertThatThrownBy(() -> handover.move(act(tip), "western")).isInstanceOf(BadDecision.class);
    assertThatThrownBy(() -> handover.move(act(tip), "nowhere")).isInstanceOf(BadDecision.class);

    undo.undo(act.id(), achieng);
    assertThat(row(tip).desk()).isEqualTo("news");
  }

  @Test
  void tipIsHandedOverWhoeverHeldIt() {
    moderation.claim(tip, achieng);
    handover.assign(act(tip), otieno.editor());

    assertThat(row(tip).claimedBy()).isEqualTo("Otieno");
    assertThatThrownBy(() -> handover.assign(act(tip), UUID.randomUUID()))
        .isInstanceOf(BadDecision.class);
  }

  @Test
  void disabledEditorHoldsNothingAnyMore() throws Exception {
    var other = send(sender + "2", "The river");
    moderation.claim(tip, achieng);
    moderation.claim(other, achieng);

    editors.disable(achieng.editor());

    assertThat(row(tip).claimedById()).isNull();
    assertThat(row(other).claimedById()).isNull();
    assertThat(history(tip)).endsWith("claimed", "released");
    moderation.claim(tip, otieno);
    assertThat(row(tip).claimedById()).isEqualTo(otieno.editor());
  }

  @Test
  void mergeKeepsEverySubmissionAndCanBeUndone() throws Exception {
    var other = send(sender + "2", "The river");
    var into = merges.merge(List.of(act(tip), act(other)));

    assertThat(into).isEqualTo(tip);
    assertThat(view(tip).submissions()).extracting("text").contains("Mafuriko", "The river");
    assertThat(row(tip).submissions()).isEqualTo(2);
    assertThat(row(other).state()).isEqualTo(TipState.MERGED);
    assertThat(view(other).mergedInto()).isEqualTo(tip);

    merges.separate(other, otieno);
    assertThat(row(tip).submissions()).isEqualTo(1);
    assertThat(view(other).submissions()).hasSize(1);
    assertThat(row(other).queuedAt()).isNotNull();
  }

  @Test
  void mergeIsUndoneOnEveryTip() throws Exception {
    var other = send(sender + "2", "The river");
    var id = Act.newId();
    merges.merge(List.of(act(id, tip), act(id, other)));

    assertThat(undo.undo(id, achieng).undone()).containsExactlyInAnyOrder(tip, other);
    assertThat(row(tip).submissions()).isEqualTo(1);
    assertThat(row(other).state()).isEqualTo(TipState.WAITING);
    assertThat(view(other).mergedInto()).isNull();
  }

  @Test
  void readerOfAMergedTipGoesOnInTheOneItIsIn() throws Exception {
    var other = send(sender + "2", "The river");
    var third = send(sender + "3", "The bridge");
    merges.merge(List.of(act(other), act(third)));
    merges.merge(List.of(act(tip), act(other)));

    assertThat(send(sender + "3", "It is gone")).isEqualTo(tip);
    assertThat(row(tip).submissions()).isEqualTo(4);
    merges.separate(third, achieng);
    assertThat(row(tip).submissions()).isEqualTo(3);
    assertThat(view(tip).submissions()).hasSize(3);
  }

  @Test
  void mergeOfOneOrOfAStaleTipIsRefused() throws Exception {
    var other = send(sender + "2", "The river");
    assertThatThrownBy(() -> merges.merge(List.of(act(tip)))).isInstanceOf(BadDecision.class);
    var stale = act(other);
    moderation.claim(other, achieng);

    assertThatThrownBy(() -> merges.merge(List.of(act(tip), stale))).isInstanceOf(StaleTip.class);
    assertThat(row(tip).submissions()).isEqualTo(1);
  }

  @Test
  void overruledDecisionIsInTheHistoryTwice() {
    var stale = act(tip);
    moderation.decide(Act.of(otieno, tip, stale.version()), new Decision.Reject("old"));
    assertThatThrownBy(() -> moderation.decide(stale, new Decision.Accept()))
        .isInstanceOf(StaleTip.class)
        .hasMessageMatching("Otieno rejected this \\d s ago: old");

    moderation.overrule(act(tip), new Decision.Accept());
    assertThat(history(tip)).containsExactly("opened", "rejected", "reopened", "accepted");
  }

  @Test
  void tagsAreSmallLettersAndOnce() {
    tags.add(tip, achieng, " Floods ,budalang’i,,floods");
    tags.add(tip, otieno, "floods");
    assertThat(row(tip).tags()).containsExactly("budalang’i", "floods");
    tags.remove(tip, otieno, "floods");
    assertThat(row(tip).tags()).containsExactly("budalang’i");
    assertThat(history(tip)).containsExactly("opened", "tagged", "took a tag off");
    assertThatThrownBy(() -> tags.add(tip, achieng, " , ")).isInstanceOf(BadDecision.class);
    assertThatThrownBy(() -> tags.add(tip, achieng, "x".repeat(41)))
        .isInstanceOf(BadDecision.class);
  }

  private List<String> snoozed() {
    var filter =
        new TipFilter(false, null, null, null, null, null, false, true, TipFacets.ALL, false);
    return queue.page(Sight.EVERYWHERE, filter, null, 200).tips().stream()
        .map(TipRow::reference)
        .toList();
  }

  private Act act(String reference) {
    return act(Act.newId(), reference);
  }

  private Act act(UUID id, String reference) {
    return new Act(id, achieng, reference, row(reference).version());
  }

  private TipRow row(String reference) {
    return queue.row(Sight.EVERYWHERE, reference).orElseThrow();
  }

  private TipView view(String reference) {
    return queue.find(Sight.EVERYWHERE, reference).orElseThrow();
  }

  private List<String> history(String reference) {
    return view(reference).history().stream().map(TipView.HistoryEntry::action).toList();
  }

  private String send(String from, String text) throws Exception {
    var id = UUID.randomUUID().toString();
    assertThat(new Rehearsal(port).message(from, id, text)).isEqualTo(200);
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
    var everyDesk = desks.all().stream().map(Desk::id).collect(toSet());
    var address = UUID.randomUUID() + "@example.org";
    var editor = editors.create(new NewEditor(address, name, Set.of(Role.EDITOR), everyDesk, null));
    return Newsroom.seats(editor.id(), desks);
  }
}
