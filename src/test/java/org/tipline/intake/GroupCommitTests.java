package org.tipline.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.tipline.channel.Delivery;
import org.tipline.support.NewsroomTest;
import org.tipline.support.RehearsalChannel;
import org.tipline.support.StoreAway;

@NewsroomTest
class GroupCommitTests {

  private final String key = UUID.randomUUID().toString();

  @Autowired private GroupCommit groupCommit;
  @Autowired private DeliveryInsert insert;
  @Autowired private DeliverySeal seal;
  @Autowired private StoreAway store;
  @Autowired private Clock clock;

  @Test
  void repeatsInOneStatementAndOfTheTableAreToldFromNewRows() throws Exception {
    var before = row("before");
    insert.insert(List.of(before));
    var first = row("same");
    var second = row("same");
    var other = row("other");

    assertThat(insert.insert(List.of(row("before"), first, second, other)))
        .containsExactlyInAnyOrder(first.id(), other.id());
  }

  @Test
  void rowThatCannotBeStoredFailsAlone() throws Exception {
    var answers = new ArrayList<Future<Acceptance>>();
    Future<Acceptance> poisoned;
    try (var away = store.begin(StoreAway.Way.HANGING)) {
      for (var n = 0; n < 10; n++) {
        answers.add(add("row" + n));
      }
      poisoned = add("\0");
      answers.add(add("row0"));
      assertThat(answers).as("%s", away).noneMatch(Future::isDone);
    }
    assertThatThrownBy(() -> poisoned.get(5, TimeUnit.SECONDS))
        .isInstanceOf(ExecutionException.class)
        .hasCauseInstanceOf(SQLException.class);
    for (var answer : answers.subList(0, 10)) {
      assertThat(answer.get(5, TimeUnit.SECONDS)).isEqualTo(Acceptance.NEW);
    }
    assertThat(answers.getLast().get(5, TimeUnit.SECONDS)).isEqualTo(Acceptance.REPEAT);
  }

  @Test
  void rowThatBreaksTheWriterFailsAloneAndTheDoorStaysOpen() throws Exception {
    var broken = delivery("broken");
    var breaking = mock(DeliveryInsert.class);
    when(breaking.insert(any()))
        .thenAnswer(
            call -> {
              List<SealedDelivery> rows = call.getArgument(0);
              if (rows.stream().anyMatch(row -> row.key().equals(broken.key()))) {
                throw new OutOfMemoryError("as a row of two gigabytes would");
              }
              return insert.insert(rows);
            });
    var door = new GroupCommit(seal, breaking);
    var deadline = System.nanoTime() + Duration.ofSeconds(3).toNanos();
    var answers = new ArrayList<Future<Acceptance>>();
    for (var delivery : List.of(delivery("a"), broken, delivery("b"), delivery("c"))) {
      answers.add(door.add(delivery, deadline));
    }
    door.start();
    try {
      assertThatThrownBy(() -> answers.get(1).get(5, TimeUnit.SECONDS))
          .hasCauseInstanceOf(OutOfMemoryError.class);
      for (var answer : List.of(answers.get(0), answers.get(2), answers.get(3))) {
        assertThat(answer.get(5, TimeUnit.SECONDS)).isEqualTo(Acceptance.NEW);
      }
      for (var n = 0; n < 4; n++) {
        var refused = door.add(broken, deadline);
        assertThatThrownBy(() -> refused.get(5, TimeUnit.SECONDS))
            .hasCauseInstanceOf(OutOfMemoryError.class);
      }
      assertThat(door.add(delivery("after"), deadline).get(5, TimeUnit.SECONDS))
          .isEqualTo(Acceptance.NEW);
    } finally {
      door.stop();
    }
  }

  private Future<Acceptance> add(String number) throws Exception {
    return groupCommit.add(delivery(number), System.nanoTime() + Duration.ofSeconds(3).toNanos());
  }

  private SealedDelivery row(String number) {
    return seal.seal(delivery(number));
  }

  private Delivery delivery(String number) {
    return new Delivery(
        RehearsalChannel.NAME, key + number, clock.instant(), Map.of(), new byte[] {1});
  }
}
