package org.tipline.triage;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.springframework.stereotype.Component;
import org.tipline.channel.Channels;
import org.tipline.channel.Medium;
import org.tipline.channel.ReplyChannel;
import org.tipline.reply.Reply;
import org.tipline.reply.ReplyDraft;
import org.tipline.reply.ReplyKind;
import org.tipline.reply.ReplyState;

/** How the desk's pages say what became of a reply, and how one goes. */
@Component("replyWords")
class ReplyWords {

  /** A draft that changed later than this ago is being written now. */
  private static final Duration PAUSE = Duration.ofMinutes(2);

  private final Channels channels;
  private final NewsroomTime time;
  private final Clock clock;
  private final Texts texts;

  ReplyWords(Channels channels, NewsroomTime time, Clock clock, Texts texts) {
    this.channels = channels;
    this.time = time;
    this.clock = clock;
    this.texts = texts;
  }

  public String kind(ReplyKind kind) {
    return texts.of("desk.reply.kind." + kind);
  }

  public String state(Reply reply) {
    return texts.of("desk.reply.state." + fate(reply));
  }

  private String fate(Reply reply) {
    return switch (reply.state()) {
      case SENT -> isFetched(reply) ? "FETCHED" : "SENT";
      case FAILED -> reply.isTaken() ? "UNDELIVERED" : "FAILED";
      default -> reply.state().name();
    };
  }

  private boolean isFetched(Reply reply) {
    return channels
        .find(reply.channel(), ReplyChannel.class)
        .map(ReplyChannel::isFetched)
        .orElse(false);
  }

  /** The class of a bubble. */
  public String tone(ReplyState state) {
    return switch (state) {
      case QUEUED, SENDING -> "waits";
      case UNCERTAIN -> "uncertain";
      case SENT, DELIVERED, READ -> "gone";
      case FAILED -> "failed";
    };
  }

  public String how(ReplyWay way) {
    return texts.of("desk.reply.how." + way.medium());
  }

  public String by(Medium medium) {
    return texts.of("desk.reply.by." + medium);
  }

  public String writing(ReplyDraft draft) {
    return clock.instant().isBefore(draft.at().plus(PAUSE))
        ? texts.of("desk.reply.writing", draft.editor())
        : texts.of("desk.reply.began", draft.editor(), time.of(draft.at()));
  }

  /** {@code 3 h 12 min}, rounded down: better early than refused. */
  public String left(Instant until) {
    var left = Duration.between(clock.instant(), until);
    if (left.toMinutes() < 1) {
      return texts.of("desk.left.now");
    }
    return left.toHours() < 1
        ? texts.of("desk.left.minutes", left.toMinutes())
        : texts.of("desk.left.hours", left.toHours(), left.toMinutesPart());
  }

  /** {@code 1720 of 1836, 12 SMS}: figures as js/reply-count.js writes them. */
  public String count(SegmentCount cost) {
    return texts.of(
        "desk.reply.count",
        String.valueOf(cost.units()),
        String.valueOf(cost.room()),
        Math.max(cost.parts(), 1));
  }

  /** What to know before sending; empty when there is nothing. */
  public String warning(SegmentCount cost) {
    return (letters(cost) + " " + border(cost)).strip();
  }

  private String letters(SegmentCount cost) {
    return cost.beyond().isEmpty()
        ? ""
        : texts.of("desk.reply.letters", String.join(" ", cost.beyond()));
  }

  private String border(SegmentCount cost) {
    if (cost.parts() > 1) {
      return texts.of("desk.reply.parts", cost.parts());
    }
    return cost.isNearlyFull() ? texts.of("desk.reply.near", cost.left()) : "";
  }
}
