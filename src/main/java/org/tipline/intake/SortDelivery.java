package org.tipline.intake;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;
import org.tipline.channel.ChannelName;
import org.tipline.channel.Channels;
import org.tipline.channel.Ignored;
import org.tipline.channel.Reading;
import org.tipline.channel.UnreadableDelivery;
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
  private final DeliverySeal seal;
  private final Channels channels;
  private final TransactionOperations transaction;
  private final Arrivals arrivals;

  SortDelivery(
      Deliveries deliveries,
      DeliverySeal seal,
      Channels channels,
      TransactionOperations transaction,
      Arrivals arrivals) {
    this.deliveries = deliveries;
    this.seal = seal;
    this.channels = channels;
    this.transaction = transaction;
    this.arrivals = arrivals;
  }

  /** Never throws for the delivery's own sake: its outcome is on its row. */
  void sort(UUID id) {
    deliveries.find(id).ifPresent(this::sort);
  }

  private void sort(SealedDelivery row) {
    try {
      var channel = channels.find(new ChannelName(row.channel()));
      if (channel.isEmpty()) {
        park(row, "The channel " + row.channel() + " is off: switch it on, then replay.");
        return;
      }
      var reading = channel.get().read(seal.open(row));
      var arrival =
          new Arrival(row.id(), channel.get().name(), channel.get().medium(), row.receivedAt());
      add(row, arrival, reading);
    } catch (UnreadableDelivery e) {
      park(row, String.valueOf(e.getMessage()));
    } catch (RuntimeException | StackOverflowError | OutOfMemoryError | LinkageError e) {
      // An error, too, is this delivery's own: it must not end the thread that sorts all others.
      fail(row, e);
    }
  }

  private void add(SealedDelivery row, Arrival arrival, Reading reading) {
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
        failure = e;
        remark(row, new Ignored(position, describe(e)));
      }
    }
    finish(row, arrival, reading, failure);
  }

  private void finish(
      SealedDelivery row, Arrival arrival, Reading reading, @Nullable RuntimeException failure) {
    if (failure != null) {
      fail(row, failure);
    } else if (reading.messages().isEmpty()) {
      transaction.executeWithoutResult(_ -> close(row, arrival, reading));
    }
  }

  /** The last transaction of a delivery: what is no message goes along with it. */
  private void close(SealedDelivery row, Arrival arrival, Reading reading) {
    arrivals.addReceipts(arrival, reading.receipts());
    reading.ignored().forEach(ignored -> deliveries.remark(row.id(), ignored));
    deliveries.markRead(row.id());
  }

  private void remark(SealedDelivery row, Ignored ignored) {
    transaction.executeWithoutResult(_ -> deliveries.remark(row.id(), ignored));
  }

  private void park(SealedDelivery row, String reason) {
    deliveries.markFailed(row.id(), reason, true);
    log.error(
        "delivery {} of {} is parked, see Deliveries in admin: {}",
        row.id(),
        row.channel(),
        reason);
  }

  private void fail(SealedDelivery row, Throwable e) {
    deliveries.markFailed(row.id(), describe(e), false);
    log.warn("delivery {} of {} not sorted, will try again", row.id(), row.channel(), e);
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
