package org.tipline.intake;

import java.sql.SQLException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.tipline.channel.Delivery;

/** The way into the database, with a clock running: what hangs is given up, and then left alone. */
@Component
class DatabaseDoor {

  /** All the time a caller waits; Twilio gives us 15 s with its retries, a person less. */
  static final Duration BUDGET = Duration.ofSeconds(3);

  private final GroupCommit groupCommit;
  private final Repeats repeats;
  private final Sorter sorter;
  private final Breaker breaker;

  DatabaseDoor(GroupCommit groupCommit, Repeats repeats, Sorter sorter, Breaker breaker) {
    this.groupCommit = groupCommit;
    this.repeats = repeats;
    this.sorter = sorter;
    this.breaker = breaker;
  }

  /**
   * Returns once the delivery is committed.
   *
   * @throws DatabaseAway when the spool may take it instead
   * @throws StoreAway when the database would not have this one
   */
  Acceptance commit(Delivery delivery) throws StoreAway {
    refuseWhileOpen();
    var deadline = System.nanoTime() + BUDGET.toNanos();
    var acceptance = commit(delivery, deadline);
    if (acceptance == Acceptance.NEW) {
      sorter.wake();
    }
    return acceptance == Acceptance.REPEAT && repeats.areToBeRead(delivery.channel())
        ? find(delivery, deadline).orElse(acceptance)
        : acceptance;
  }

  private Acceptance commit(Delivery delivery, long deadline) throws StoreAway {
    var answer = groupCommit.add(delivery, deadline);
    try {
      return await(answer, deadline);
    } catch (DatabaseAway e) {
      breaker.open(String.valueOf(e.getMessage()));
      throw e;
    }
  }

  /**
   * What a delivery is beside the one of its key; empty when there is none. That it cannot be
   * looked up says nothing of what comes in.
   */
  Optional<Acceptance> find(Delivery delivery) throws StoreAway {
    refuseWhileOpen();
    return find(delivery, System.nanoTime() + BUDGET.toNanos());
  }

  private Optional<Acceptance> find(Delivery delivery, long deadline) throws StoreAway {
    return await(onThreadOfItsOwn(() -> repeats.find(delivery)), deadline);
  }

  private void refuseWhileOpen() throws DatabaseAway {
    if (breaker.isOpen()) {
      throw new DatabaseAway("the database failed a moment ago", null);
    }
  }

  /** PostgreSQL may hang rather than refuse: the caller's thread must not hang with it. */
  private static <T> Future<T> onThreadOfItsOwn(Callable<T> question) {
    var task = new FutureTask<>(question);
    Thread.startVirtualThread(task);
    return task;
  }

  private static <T> T await(Future<T> answer, long deadline) throws StoreAway {
    try {
      return answer.get(deadline - System.nanoTime(), TimeUnit.NANOSECONDS);
    } catch (TimeoutException e) {
      answer.cancel(false);
      throw new DatabaseAway("the database did not answer in time", e);
    } catch (ExecutionException e) {
      throw refusal(e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new StoreAway("interrupted", e);
    }
  }

  private static StoreAway refusal(@Nullable Throwable cause) {
    return cause instanceof SQLException e && StoreFault.isOfTheDatabase(e)
        ? new DatabaseAway("the database is away: SQLSTATE " + e.getSQLState(), e)
        : new StoreAway("the database refused", cause);
  }
}
