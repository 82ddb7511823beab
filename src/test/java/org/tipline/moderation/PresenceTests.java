package org.tipline.moderation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.tipline.account.Desks;
import org.tipline.account.Sight;
import org.tipline.support.NewsroomTest;
import org.tipline.support.SettableClock;

/** Two instances on one database: what one hears of, the other knows. */
@NewsroomTest
class PresenceTests {

  private static final Duration TWO_SECONDS = Duration.ofSeconds(2);

  private final PresentEditor achieng = new PresentEditor(UUID.randomUUID(), "Achieng");
  private final PresentEditor otieno = new PresentEditor(UUID.randomUUID(), "Otieno");
  private final Sight everywhere = Sight.EVERYWHERE;
  private final Reference reference = Reference.random();
  private final String tip = reference.toString();
  private final List<Object> told = new CopyOnWriteArrayList<>();

  @Autowired private Presence here;
  @Autowired private JdbcClient jdbc;
  @Autowired private Desks desks;
  @Autowired private JdbcConnectionDetails database;
  @Autowired private SettableClock clock;

  private Presence there;
  private QueueEar ear;

  @BeforeEach
  void secondInstance() {
    jdbc.sql(
            """
            insert into tips (id, version, reference, state, channel, medium, desk_id, opened_at,
              last_activity_at, first_line, submissions, attachments)
            values (?, 0, ?, 'SPAM', 'paper', 'SMS', ?, now(), now(), '', 0, 0)
            """)
        .params(UUID.randomUUID(), reference.symbols(), desks.first().id())
        .update();
    there = new Presence(jdbc, told::add, clock);
    ear = new QueueEar(database, told::add, there);
    ear.start();
    await().until(() -> !told.isEmpty());
  }

  @AfterEach
  void stop() {
    ear.stop();
  }

  @Test
  void whatOneInstanceHearsTheOtherKnows() {
    here.says(everywhere, "pageone", achieng, tip);
    there.says(everywhere, "pagetwo", otieno, tip);

    await().atMost(TWO_SECONDS).until(() -> readers(there).equals(List.of(achieng, otieno)));
    await().atMost(TWO_SECONDS).until(() -> readers(here).equals(List.of(achieng, otieno)));
  }

  @Test
  void pageThatLeavesIsGoneAtOnceAndOneThatDiesAfterAWhile() {
    here.says(everywhere, "leaves", achieng, tip);
    here.says(everywhere, "dies", otieno, tip);
    await().until(() -> readers(there).size() == 2);

    here.says(everywhere, "leaves", achieng, null);
    await().atMost(TWO_SECONDS).until(() -> readers(there).equals(List.of(otieno)));
    clock.pass(Duration.ofSeconds(26));
    there.tell();
    assertThat(readers(there)).isEmpty();
  }

  @Test
  void changesAreToldOnceAndBeatsAreNot() {
    here.says(everywhere, "page", achieng, tip);
    await().until(() -> readers(there).size() == 1);
    there.tell();
    there.tell();
    assertThat(told.stream().filter(PresenceChanged.class::isInstance).toList())
        .filteredOn(event -> ((PresenceChanged) event).readers().containsKey(tip))
        .hasSize(1);
  }

  @Test
  void onlyTheDesksOwnPeopleAreToldWhoReads() {
    var another = new Sight(Set.of(UUID.randomUUID()));
    here.says(another, "outsider", achieng, tip);
    here.says(new Sight(Set.of(desks.first().id())), "insider", otieno, tip);
    await().until(() -> readers(there).contains(otieno));

    assertThat(readers(there)).doesNotContain(achieng);
    var changed = new PresenceChanged(there.now());
    assertThat(changed.seenBy(everywhere)).containsKey(tip);
    assertThat(changed.seenBy(another)).doesNotContainKey(tip);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "A", "a b", "a\nb", "é"})
  void wordThatNoPageMakesUpIsLeftOut(String page) {
    here.says(everywhere, page, achieng, tip);
    here.says(everywhere, "sentinel", otieno, tip);
    await().until(() -> readers(there).contains(otieno));
    assertThat(readers(there)).doesNotContain(achieng);
    here.says(everywhere, "sentinel", otieno, null);
  }

  private List<PresentEditor> readers(Presence presence) {
    var readers = presence.now().get(tip);
    return readers == null ? List.of() : readers.editors();
  }
}
