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
import org.springframework.dao.DataAccessException;
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
    var acceptance = await(groupCommit.add(delivery, deadline), deadline);
    if (acceptance == Acceptance.NEW) {
      sorter.wake();
    }
    return acceptance == Acceptance.REPEAT && repeats.areToBeRead(delivery.channel())
        ? find(delivery, deadline).orElse(acceptance)
        : acceptance;
  }

  /** What a delivery is beside the one of its key; empty when there is none. */
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

  private <T> T await(Future<T> answer, long deadline) throws StoreAway {
    try {
      return answer.get(deadline - System.nanoTime(), TimeUnit.NANOSECONDS);
    } catch (TimeoutException e) {
      answer.cancel(false);
      throw away("it did not answer in time", e);
    } catch (ExecutionException e) {
      throw refusal(e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new StoreAway("interrupted", e);
    }
  }

  private StoreAway refusal(@Nullable Throwable cause) {
    var fault = cause instanceof DataAccessException e ? e.getMostSpecificCause() : cause;
    return fault instanceof SQLException e && StoreFault.isOfTheDatabase(e)
        ? away("SQLSTATE " + e.getSQLState(), e)
        : new StoreAway("the database refused", cause);
  }

  private DatabaseAway away(String why, Throwable cause) {
    breaker.open(why);
    return new DatabaseAway("the database is away: " + why, cause);
  }
}
