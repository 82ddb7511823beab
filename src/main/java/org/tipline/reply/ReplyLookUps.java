package org.tipline.reply;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Component;
import org.tipline.channel.Channels;
import org.tipline.channel.OutgoingReply;
import org.tipline.channel.ReplyChannel;
import org.tipline.channel.SendOutcome;
import org.tipline.submission.ReaderAddresses;

/**
 * Finds out whether an uncertain reply reached the provider. Only when several look-ups over
 * minutes have found nothing is it sent again; while nobody can tell it stays uncertain, and after
 * a day an editor has to know.
 */
@Component
class ReplyLookUps {

  private static final Logger log = LoggerFactory.getLogger(ReplyLookUps.class);

  private final ReplyOutbox outbox;
  private final Channels channels;
  private final ReaderAddresses addresses;
  private final ReplyMeters meters;
  private final Clock clock;

  ReplyLookUps(
      ReplyOutbox outbox,
      Channels channels,
      ReaderAddresses addresses,
      ReplyMeters meters,
      Clock clock) {
    this.outbox = outbox;
    this.channels = channels;
    this.addresses = addresses;
    this.meters = meters;
    this.clock = clock;
  }

  /** One look-up, and when the next step is due; empty when there is none. */
  Optional<Instant> step(DueReply reply) {
    return channels
        .find(reply.channel(), ReplyChannel.class)
        .map(channel -> lookUp(reply, channel))
        .orElseGet(() -> again(reply));
  }

  private Optional<Instant> lookUp(DueReply reply, ReplyChannel channel) {
    var to = channel.isFetched() ? null : addresses.open(reply.submissionId()).orElse(null);
    return outbox.countLookUp(reply)
        ? store(reply, tried(channel, reply.outgoing(to), reply))
        : again(reply);
  }

  private SendOutcome tried(ReplyChannel channel, OutgoingReply outgoing, DueReply reply) {
    try {
      return channel.lookUp(outgoing, outbox.others(reply));
    } catch (RuntimeException e) {
      log.error("{} failed while it looked up reply {}", channel.name(), reply.id(), e);
      return new SendOutcome.Uncertain("Tipline met a fault of its own while it looked it up.");
    }
  }

  private Optional<Instant> store(DueReply reply, SendOutcome outcome) {
    return switch (outcome) {
      case SendOutcome.Accepted accepted -> found(reply, accepted.externalId());
      case SendOutcome.TryLater _ -> notFound(reply);
      case SendOutcome.Refused refused ->
          outbox.markRefused(reply, refused) ? Optional.empty() : now();
      case SendOutcome.Uncertain unknown -> still(reply, unknown.reason());
    };
  }

  /** Two replies in the same words may be looked up at once; the message found is one of them. */
  private Optional<Instant> found(DueReply reply, String externalId) {
    try {
      outbox.markSent(reply, externalId);
      meters.count(reply.channel(), "sent");
      return Optional.empty();
    } catch (DuplicateKeyException e) {
      return again(reply);
    }
  }

  private Optional<Instant> notFound(DueReply reply) {
    if (reply.lookUps() + 1 < ReplyTimes.ENOUGH_LOOK_UPS) {
      return still(reply, reply.failure());
    }
    log.info("reply {} did not reach {}; sending it again", reply.id(), reply.channel());
    outbox.markUnsent(reply);
    return now();
  }

  /** Unless an editor has sent it again meanwhile. */
  private Optional<Instant> still(DueReply reply, @Nullable String reason) {
    return outbox.markUncertain(reply, reason) ? again(reply) : now();
  }

  private Optional<Instant> now() {
    return Optional.of(clock.instant());
  }

  private Optional<Instant> again(DueReply reply) {
    if (reply.isOverdue(clock.instant())) {
      return Optional.empty();
    }
    return Optional.of(clock.instant().plus(wait(reply)));
  }

  private static Duration wait(DueReply reply) {
    return ReplyTimes.lookUp(reply.lookUps() + 1);
  }
}
