package org.tipline.intake;

import java.util.Optional;
import org.springframework.stereotype.Component;
import org.tipline.channel.Channel;
import org.tipline.channel.Channels;
import org.tipline.channel.Delivery;
import org.tipline.channel.RetypedChannel;

/** The one door: whatever a channel receives is on disk here before anyone hears "received". */
@Component
public class Intake {

  private final DatabaseDoor database;
  private final Spool spool;
  private final Channels channels;

  Intake(DatabaseDoor database, Spool spool, Channels channels) {
    this.database = database;
    this.spool = spool;
    this.channels = channels;
  }

  /**
   * Keeps a delivery for good, and returns once it is committed or, while the database is away,
   * once it is in the spool. Behind a delivery that waits there the next ones wait too: so a
   * reader's messages stay in order.
   *
   * <p>{@link Acceptance#OTHER} is the one answer that keeps nothing.
   *
   * @throws StoreAway when neither took it, or when the channel's senders come back by themselves
   *     and the database did not; the caller answers "try again" (503, 451), never "received"
   */
  public Acceptance accept(Delivery delivery) throws StoreAway {
    if (isSentAgain(delivery)) {
      return database.commit(delivery);
    }
    var waiting = waiting(delivery);
    if (waiting.isPresent()) {
      return waiting.get();
    }
    if (spool.addBehindOthers(delivery)) {
      return Acceptance.SPOOLED;
    }
    try {
      return database.commit(delivery);
    } catch (DatabaseAway e) {
      spool.add(delivery, e);
      return Acceptance.SPOOLED;
    }
  }

  /** Where every repeat is one, the key alone tells it, and the database does that later. */
  private Optional<Acceptance> waiting(Delivery delivery) {
    return channels
        .find(delivery.channel(), RetypedChannel.class)
        .flatMap(_ -> spool.find(delivery));
  }

  /**
   * What {@link #accept} would call a delivery whose key is known, empty for a new one; for a
   * caller that would refuse it if it were new.
   */
  public Optional<Acceptance> find(Delivery delivery) throws StoreAway {
    var waiting = spool.find(delivery);
    return waiting.isPresent() ? waiting : database.find(delivery);
  }

  /** Whether what was accepted just now still waits for the database. */
  public boolean isBehind() {
    return spool.isInUse();
  }

  private boolean isSentAgain(Delivery delivery) {
    return channels.find(delivery.channel()).map(Channel::isSentAgain).orElse(false);
  }
}
