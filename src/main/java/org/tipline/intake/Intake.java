package org.tipline.intake;

import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.springframework.stereotype.Component;
import org.tipline.channel.ChannelName;
import org.tipline.channel.Delivery;

/** The one door: whatever a channel receives is committed here before anyone hears "received". */
@Component
public class Intake {

  /** All the time a caller waits; Twilio gives us 15 s with its retries, a person less. */
  static final Duration BUDGET = Duration.ofSeconds(3);

  private final DeliverySeal seal;
  private final GroupCommit groupCommit;
  private final Deliveries deliveries;
  private final Sorter sorter;

  Intake(DeliverySeal seal, GroupCommit groupCommit, Deliveries deliveries, Sorter sorter) {
    this.seal = seal;
    this.groupCommit = groupCommit;
    this.deliveries = deliveries;
    this.sorter = sorter;
  }

  /**
   * Keeps a delivery for good and returns once it is committed.
   *
   * @throws StoreAway when it could not be committed within three seconds; the caller answers "try
   *     again" (503, 451), never "received"
   */
  public Acceptance accept(Delivery delivery) throws StoreAway {
    var deadline = System.nanoTime() + BUDGET.toNanos();
    var acceptance = await(groupCommit.add(seal.seal(delivery), deadline), deadline);
    if (acceptance == Acceptance.NEW) {
      sorter.wake();
    }
    return acceptance;
  }

  /** Whether a delivery is kept already; for a caller that would refuse it if it were new. */
  public boolean knows(ChannelName channel, String key) throws StoreAway {
    var deadline = System.nanoTime() + BUDGET.toNanos();
    return await(onThreadOfItsOwn(() -> deliveries.knows(channel, key)), deadline);
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
      throw new StoreAway("the database did not answer in time", e);
    } catch (ExecutionException e) {
      throw new StoreAway("the database refused", e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new StoreAway("interrupted", e);
    }
  }
}
