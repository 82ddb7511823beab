package org.tipline.moderation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.tipline.account.Desks;
import org.tipline.account.Editors;
import org.tipline.account.Newsroom;
import org.tipline.account.Role;
import org.tipline.account.Seats;
import org.tipline.account.Sight;
import org.tipline.support.NewsroomTest;
import org.tipline.support.SettableClock;
import org.tipline.support.Talk;

/**
 * What is kept of every tip for those who look back: stretches of waiting, first touch, decision.
 */
@NewsroomTest
class TipTimesTests {

  @Autowired private Moderation moderation;
  @Autowired private Handover handover;
  @Autowired private Notes notes;
  @Autowired private Undo undo;
  @Autowired private Queue queue;
  @Autowired private Desks desks;
  @Autowired private Editors editors;
  @Autowired private JdbcClient jdbc;
  @Autowired private SettableClock clock;

  @LocalServerPort private int port;

  private Seats editor = Seats.NOBODY;
  private Talk reader;
  private String tip = "";

  @BeforeEach
  void tipArrives() {
    desks.open("western", "Western");
    editor = Newsroom.seats(Newsroom.editor(editors, Role.EDITOR).id(), desks);
    reader = Talk.of(port, jdbc);
    tip = reference(reader.says("Mafuriko"));
  }

  @Test
  void tipThatIsDecidedWaitsNoMore() {
    assertThat(waits()).containsExactly("News for ever");
    clock.pass(Duration.ofMinutes(5));
    moderation.decide(act(), new Decision.Accept());
    assertThat(waits()).containsExactly("News 5 min");
    assertThat(minutesUntil("touched_at")).isEqualTo(5);
    assertThat(minutesUntil("decided_at")).isEqualTo(5);
  }

  @Test
  void undoneDecisionIsNoneAndTheTipWaitsOn() {
    clock.pass(Duration.ofMinutes(5));
    var act = act();
    moderation.decide(act, new Decision.Spam());
    undo.undo(act.id(), editor);

    assertThat(waits()).containsExactly("News 5 min", "News for ever");
    assertThat(gaps()).isLessThan(2);
    assertThat(minutesUntil("touched_at")).isEqualTo(5);
    assertThat(minutesUntil("decided_at")).isNull();
  }

  @Test
  void movedTipWaitsOnAtTheOtherDesk() {
    clock.pass(Duration.ofMinutes(3));
    handover.move(act(), "western");
    clock.pass(Duration.ofMinutes(4));
    moderation.decide(act(), new Decision.Reject("old"));

    assertThat(waits()).containsExactly("News 3 min", "Western 4 min");
    assertThat(gaps()).isLessThan(2);
  }

  @Test
  void tipThatIsPutOffWaitsAgainWhenItsReaderWrites() {
    clock.pass(Duration.ofMinutes(2));
    moderation.snooze(act(), null);
    clock.pass(Duration.ofMinutes(6));
    reader.says("Bado maji yanapanda");

    assertThat(waits()).containsExactly("News 2 min", "News for ever");
    assertThat(gaps()).isBetween(359, 362);
    assertThat(minutesUntil("decided_at")).isNull();
  }

  @Test
  void noteTouchesATipAndMakesNobodysPageStale() {
    var version = queue.row(Sight.EVERYWHERE, tip).orElseThrow().version();
    clock.pass(Duration.ofMinutes(1));
    notes.write(UUID.randomUUID(), tip, editor, "Called");
    clock.pass(Duration.ofMinutes(1));
    moderation.claim(tip, editor);

    assertThat(minutesUntil("touched_at")).isEqualTo(1);
    assertThat(queue.row(Sight.EVERYWHERE, tip).orElseThrow().version()).isEqualTo(version + 1);
  }

  private Act act() {
    return Act.of(editor, tip, queue.row(Sight.EVERYWHERE, tip).orElseThrow().version());
  }

  private String reference(UUID submission) {
    return queue.tipOfSubmission(Sight.EVERYWHERE, submission).orElseThrow().reference();
  }

  private List<String> waits() {
    return jdbc.sql(
            """
            select d.name || coalesce(' ' || round(extract(epoch from w.until - w.since) / 60) || ' min',
              ' for ever')
            from tip_waits w join desks d on d.id = w.desk_id join tips t on t.id = w.tip_id
            where t.reference = ? order by w.since
            """)
        .param(symbols())
        .query(String.class)
        .list();
  }

  /** Seconds between the stretches, in all. */
  private int gaps() {
    return jdbc.sql(
            """
            select coalesce(sum(extract(epoch from since - before)), 0) from (
              select since, lag(until) over (order by since) before from tip_waits
              where tip_id = (select id from tips where reference = ?)) w
            """)
        .param(symbols())
        .query(Integer.class)
        .single();
  }

  private @Nullable Integer minutesUntil(String column) {
    return jdbc.sql(
            "select round(extract(epoch from %s - opened_at) / 60) from tips where reference = ?"
                .formatted(column))
        .param(symbols())
        .query(Integer.class)
        .optional()
        .orElse(null);
  }

  private String symbols() {
    return tip.replace("-", "");
  }
}
