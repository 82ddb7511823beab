package org.tipline.moderation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
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
import org.tipline.support.NewsroomTest;
import org.tipline.support.SettableClock;

/** Two instances on one database: what one hears of, the other knows. */
@NewsroomTest
class PresenceTests {

  private static final Duration TWO_SECONDS = Duration.ofSeconds(2);

  private final PresentEditor achieng = new PresentEditor(UUID.randomUUID(), "Achieng");
  private final PresentEditor otieno = new PresentEditor(UUID.randomUUID(), "Otieno");
  private final String tip = Reference.random().toString();
  private final List<Object> told = new CopyOnWriteArrayList<>();

  @Autowired private Presence here;
  @Autowired private JdbcClient jdbc;
  @Autowired private JdbcConnectionDetails database;
  @Autowired private SettableClock clock;

  private Presence there;
  private QueueEar ear;

  @BeforeEach
  void secondInstance() {
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
    here.says("pageone", achieng, tip);
    there.says("pagetwo", otieno, tip);

    await().atMost(TWO_SECONDS).until(() -> readers(there).equals(List.of(achieng, otieno)));
    await().atMost(TWO_SECONDS).until(() -> readers(here).equals(List.of(achieng, otieno)));
    assertThat(there.words(tip, achieng.id())).isEqualTo("Otieno is reading");
    assertThat(there.words(tip, null)).isEqualTo("Achieng, Otieno are reading");
  }

  @Test
  void pageThatLeavesIsGoneAtOnceAndOneThatDiesAfterAWhile() {
    here.says("leaves", achieng, tip);
    here.says("dies", otieno, tip);
    await().until(() -> readers(there).size() == 2);

    here.says("leaves", achieng, null);
    await().atMost(TWO_SECONDS).until(() -> readers(there).equals(List.of(otieno)));
    clock.pass(Duration.ofSeconds(26));
    there.tell();
    assertThat(readers(there)).isEmpty();
  }

  @Test
  void changesAreToldOnceAndBeatsAreNot() {
    here.says("page", achieng, tip);
    await().until(() -> readers(there).size() == 1);
    there.tell();
    there.tell();
    assertThat(told.stream().filter(PresenceChanged.class::isInstance).toList())
        .filteredOn(event -> ((PresenceChanged) event).readers().containsKey(tip))
        .hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "A", "a b", "a\nb", "é"})
  void wordThatNoPageMakesUpIsLeftOut(String page) {
    here.says(page, achieng, tip);
    here.says("sentinel", otieno, tip);
    await().until(() -> readers(there).contains(otieno));
    assertThat(readers(there)).doesNotContain(achieng);
    here.says("sentinel", otieno, null);
  }

  private List<PresentEditor> readers(Presence presence) {
    return presence.now().getOrDefault(tip, List.of());
  }
}
