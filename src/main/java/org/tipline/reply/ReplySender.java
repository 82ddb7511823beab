package org.tipline.reply;

import com.github.kagkarlsson.scheduler.task.TaskDescriptor;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.tipline.channel.Channels;
import org.tipline.channel.OutgoingReply;
import org.tipline.channel.ReplyChannel;
import org.tipline.channel.SendOutcome;
import org.tipline.submission.ReaderAddresses;

/**
 * Sends a reply, one step at a time; where it stands is on its row, so that any instance can take
 * the next one. No provider knows a second try of the same reply: what may have been sent is looked
 * up, and never simply sent again.
 */
@Component
class ReplySender {

  static final TaskDescriptor<Void> TASK = TaskDescriptor.of("reply-send");

  private static final Logger log = LoggerFactory.getLogger(ReplySender.class);

  private final ReplyOutbox outbox;
  private final ReplyLookUps lookUps;
  private final Channels channels;
  private final ReaderAddresses addresses;
  private final ReplyMeters meters;
  private final Clock clock;

  ReplySender(
      ReplyOutbox outbox,
      ReplyLookUps lookUps,
      Channels channels,
      ReaderAddresses addresses,
      ReplyMeters meters,
      Clock clock) {
    this.outbox = outbox;
    this.lookUps = lookUps;
    this.channels = channels;
    this.addresses = addresses;
    this.meters = meters;
    this.clock = clock;
  }

  /** Does what is next for it and says when to come again; empty when all is done. */
  Optional<Instant> step(UUID id) {
    return outbox.find(id).flatMap(this::step);
  }

  private Optional<Instant> step(DueReply reply) {
    return switch (reply.state()) {
      case QUEUED -> send(reply);
      case SENDING -> uncertain(reply, "Tipline was stopped while it was being sent.");
      case UNCERTAIN -> lookUps.step(reply);
      case SENT, DELIVERED, READ, FAILED -> Optional.empty();
    };
  }

  private Optional<Instant> send(DueReply reply) {
    if (reply.isOverdue(clock.instant())) {
      return failed(reply, overdue(reply.failure()));
    }
    if (reply.optedOut() && !reply.kind().isAskedFor()) {
      return failed(reply, "The reader has asked to hear nothing more.");
    }
    if (reply.takenBack()) {
      return failed(reply, "Publishing was taken back before the reader was told.");
    }
    return channels
        .find(reply.channel(), ReplyChannel.class)
        .map(channel -> send(reply, channel))
        .orElseGet(() -> waitForChannel(reply));
  }

  private static String overdue(@Nullable String reason) {
    return "It could not be sent within a day. " + (reason == null ? "" : reason);
  }

  private Optional<Instant> waitForChannel(DueReply reply) {
    var reason = "The channel " + reply.channel() + " is off; it is sent once it is on again.";
    return outbox.markWaiting(reply, reason) ? in(ReplyTimes.CHANNEL_OFF) : in(Duration.ZERO);
  }

  private Optional<Instant> send(DueReply waiting, ReplyChannel channel) {
    var to = channel.isFetched() ? null : addresses.open(waiting.submissionId()).orElse(null);
    if (to == null && !channel.isFetched()) {
      return failed(waiting, "The reader left no address.");
    }
    return outbox
        .begin(waiting)
        .map(reply -> store(reply, tried(channel, reply.outgoing(to))))
        .orElseGet(() -> in(Duration.ZERO));
  }

  /** A channel that throws has a bug; what it did before nobody knows. */
  private static SendOutcome tried(ReplyChannel channel, OutgoingReply reply) {
    try {
      return channel.send(reply);
    } catch (RuntimeException e) {
      log.error("{} failed while it sent reply {}", channel.name(), reply.id(), e);
      return new SendOutcome.Uncertain("Tipline met a fault of its own while it was being sent.");
    }
  }

  private Optional<Instant> store(DueReply reply, SendOutcome outcome) {
    return switch (outcome) {
      case SendOutcome.Accepted accepted -> {
        outbox.markSent(reply, accepted.externalId());
        meters.count(reply.channel(), "sent");
        yield Optional.empty();
      }
      case SendOutcome.TryLater later -> {
        meters.count(reply.channel(), "postponed");
        yield outbox.markWaiting(reply, later.reason())
            ? in(ReplyTimes.retry(reply.attempts(), later.after()))
            : in(Duration.ZERO);
      }
      case SendOutcome.Refused refused -> {
        meters.count(reply.channel(), "failed");
        yield outbox.markRefused(reply, refused) ? Optional.empty() : in(Duration.ZERO);
      }
      case SendOutcome.Uncertain unknown -> uncertain(reply, unknown.reason());
    };
  }

  private Optional<Instant> uncertain(DueReply reply, String reason) {
    meters.count(reply.channel(), "uncertain");
    log.warn("reply {} by {} may have been sent; looking it up", reply.id(), reply.channel());
    return outbox.markUncertain(reply, reason) ? in(ReplyTimes.lookUp(0)) : in(Duration.ZERO);
  }

  private Optional<Instant> failed(DueReply reply, String reason) {
    meters.count(reply.channel(), "failed");
    return outbox.markFailed(reply, reason) ? Optional.empty() : in(Duration.ZERO);
  }

  private Optional<Instant> in(Duration wait) {
    return Optional.of(clock.instant().plus(wait));
  }
}
