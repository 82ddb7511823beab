package org.tipline.intake;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;
import org.tipline.channel.Reading;
import org.tipline.submission.Incoming;
import org.tipline.submission.Newcomers;

/**
 * Turns many kept deliveries into submissions in one transaction: each the one plain message of
 * somebody who never wrote before. Whatever else there is, and all of them when one fails, goes
 * {@linkplain SortDelivery one by one}.
 */
@Component
class SortNewcomers {

  private static final Logger log = LoggerFactory.getLogger(SortNewcomers.class);

  private final Deliveries deliveries;
  private final TransactionOperations transaction;
  private final Newcomers newcomers;
  private final PlanErasure planErasure;

  SortNewcomers(
      Deliveries deliveries,
      TransactionOperations transaction,
      Newcomers newcomers,
      PlanErasure planErasure) {
    this.deliveries = deliveries;
    this.transaction = transaction;
    this.newcomers = newcomers;
    this.planErasure = planErasure;
  }

  /** Whether it is worth a try, as far as the delivery alone can tell. */
  static boolean mayTake(Opened opened) {
    return message(opened).isPresent();
  }

  private static Optional<Incoming> message(Opened opened) {
    return opened.content() instanceof Opened.Content.Read read && isOneMessage(read.reading())
        ? Optional.of(
                new Incoming(read.arrival(opened.row()), read.reading().messages().getFirst()))
            .filter(Incoming::isPlain)
        : Optional.empty();
  }

  private static boolean isOneMessage(Reading reading) {
    return reading.messages().size() == 1
        && reading.receipts().isEmpty()
        && reading.ignored().isEmpty();
  }

  /** What comes back was sorted. */
  Set<UUID> sort(List<Opened> candidates) {
    var messages = candidates.stream().flatMap(opened -> message(opened).stream()).toList();
    try {
      return transaction.execute(_ -> add(messages));
    } catch (RuntimeException | StackOverflowError | OutOfMemoryError | LinkageError e) {
      log.info(
          "{} deliveries are sorted one by one, since together they met {}",
          candidates.size(),
          e.getClass().getSimpleName());
      return Set.of();
    }
  }

  private Set<UUID> add(List<Incoming> messages) {
    var added = new HashSet<UUID>();
    for (var incoming : newcomers.add(messages)) {
      var arrival = incoming.arrival();
      planErasure.plan(arrival.channel(), List.of(incoming.message()), arrival.receivedAt());
      added.add(arrival.deliveryId());
    }
    deliveries.markRead(added);
    return added;
  }
}
