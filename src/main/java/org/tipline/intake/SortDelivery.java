package org.tipline.intake;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;
import org.tipline.channel.Ignored;
import org.tipline.channel.Reading;
import org.tipline.submission.Arrival;
import org.tipline.submission.Arrivals;

/**
 * Turns one kept delivery into its submissions. Each message has its own transaction, with the tip
 * and the notices it leads to; a message that fails holds up none of the others, and since each is
 * unique by its own id, trying the delivery again adds only what is missing.
 */
@Component
class SortDelivery {

  private static final Logger log = LoggerFactory.getLogger(SortDelivery.class);

  private final Deliveries deliveries;
  private final TransactionOperations transaction;
  private final Arrivals arrivals;
  private final PlanErasure planErasure;

  SortDelivery(
      Deliveries deliveries,
      TransactionOperations transaction,
      Arrivals arrivals,
      PlanErasure planErasure) {
    this.deliveries = deliveries;
    this.transaction = transaction;
    this.arrivals = arrivals;
    this.planErasure = planErasure;
  }

  /**
   * Never throws for the delivery's own sake: its outcome is on its row. What comes back is when to
   * try again, if so.
   */
  Optional<Instant> sort(Opened opened) {
    var row = opened.row();
    return switch (opened.content()) {
      case Opened.Content.Unreadable unreadable -> park(row, unreadable.reason());
      case Opened.Content.Faulty faulty -> fail(row, faulty.fault());
      case Opened.Content.Read read -> add(row, read);
    };
  }

  private Optional<Instant> add(SealedDelivery row, Opened.Content.Read read) {
    var arrival = read.arrival(row);
    try {
      return add(row, arrival, read.reading());
    } catch (RuntimeException | StackOverflowError | OutOfMemoryError | LinkageError e) {
      // An error, too, is this delivery's own: it must not end the thread that sorts all others.
      return StoreFault.isOfThePlace(e) ? putOff(row, e) : fail(row, e);
    }
  }

  private Optional<Instant> add(SealedDelivery row, Arrival arrival, Reading reading) {
    var messages = reading.messages();
    RuntimeException failure = null;
    for (var position = 0; position < messages.size(); position++) {
      var message = messages.get(position);
      var closing = failure == null && position == messages.size() - 1;
      try {
        transaction.executeWithoutResult(
            _ -> {
              arrivals.add(arrival, message);
              if (closing) {
                close(row, arrival, reading);
              }
            });
      } catch (RuntimeException e) {
        if (StoreFault.isOfThePlace(e)) {
          throw e; // the others would meet the same
        }
        failure = e;
        remark(row, new Ignored(position, describe(e)));
      }
    }
    return finish(row, arrival, reading, failure);
  }

  private Optional<Instant> finish(
      SealedDelivery row, Arrival arrival, Reading reading, @Nullable RuntimeException failure) {
    if (failure != null) {
      return fail(row, failure);
    }
    if (reading.messages().isEmpty()) {
      transaction.executeWithoutResult(_ -> close(row, arrival, reading));
    }
    return Optional.empty();
  }

  /** The last transaction of a delivery: what is no message goes along with it. */
  private void close(SealedDelivery row, Arrival arrival, Reading reading) {
    arrivals.addReceipts(arrival, reading.receipts());
    planErasure.plan(arrival.channel(), reading.messages(), arrival.receivedAt());
    reading.ignored().forEach(ignored -> deliveries.remark(row.id(), ignored));
    deliveries.markRead(List.of(row.id()));
  }

  private void remark(SealedDelivery row, Ignored ignored) {
    transaction.executeWithoutResult(_ -> deliveries.remark(row.id(), ignored));
  }

  private Optional<Instant> park(SealedDelivery row, String reason) {
    log.error(
        "delivery {} of {} is parked, see Deliveries in admin: {}",
        row.id(),
        row.channel(),
        reason);
    return deliveries.markFailed(row.id(), reason, true);
  }

  private Optional<Instant> fail(SealedDelivery row, Throwable e) {
    log.warn("delivery {} of {} not sorted, will try again", row.id(), row.channel(), e);
    return deliveries.markFailed(row.id(), describe(e), false);
  }

  private Optional<Instant> putOff(SealedDelivery row, Throwable e) {
    log.warn("delivery {} of {} waits for what failed it", row.id(), row.channel(), e);
    return deliveries.putOff(
        row.id(),
        "The database or the disk failed, see the log; this is tried again until they are well: "
            + describe(e));
  }

  /** Type and place only: a driver's message quotes the values, and those are the reader's. */
  private static String describe(Throwable e) {
    var place =
        List.of(e.getStackTrace()).stream()
            .filter(frame -> frame.getClassName().startsWith("org.tipline."))
            .findFirst()
            .map(frame -> frame.getClassName() + ":" + frame.getLineNumber())
            .orElse("a library");
    return e.getClass().getSimpleName() + " at " + place;
  }
}
