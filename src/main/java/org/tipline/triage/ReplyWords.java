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

  ReplyWords(Channels channels, NewsroomTime time, Clock clock) {
    this.channels = channels;
    this.time = time;
    this.clock = clock;
  }

  public String kind(ReplyKind kind) {
    return switch (kind) {
      case ACKNOWLEDGEMENT -> "acknowledgement";
      case ANSWER -> "reply";
      case STATUS -> "status, because they asked";
      case PUBLISHED -> "told of the story";
      case OPT_OUT -> "answer to STOP or START";
      case HELP -> "help, because they asked";
    };
  }

  public String state(Reply reply) {
    return switch (reply.state()) {
      case QUEUED -> "Queued";
      case SENDING -> "Being sent";
      case UNCERTAIN -> "Perhaps sent, perhaps not";
      case SENT -> isFetched(reply) ? "Waits for the reader" : "Sent";
      case DELIVERED -> "Delivered";
      case READ -> "Read";
      case FAILED -> reply.isTaken() ? "Not delivered" : "Not sent";
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
    return switch (way.medium()) {
      case SMS -> "Goes as SMS to the number they wrote from.";
      case WHATSAPP -> "Goes into their WhatsApp chat.";
      case WEB -> "Waits behind the reader’s receipt code until they look.";
      case EMAIL -> "Goes as mail into the same thread.";
    };
  }

  public String medium(Medium medium) {
    return medium == Medium.WEB ? "on the web" : "by " + medium.label();
  }

  public String writing(ReplyDraft draft) {
    return clock.instant().isBefore(draft.at().plus(PAUSE))
        ? draft.editor() + " is writing"
        : draft.editor() + " began to write, last at " + time.of(draft.at());
  }

  /** {@code 3 h 12 min}, rounded down: better early than refused. */
  public String left(Instant until) {
    var left = Duration.between(clock.instant(), until);
    if (left.toMinutes() < 1) {
      return "less than a minute";
    }
    return left.toHours() < 1
        ? left.toMinutes() + " min"
        : left.toHours() + " h " + left.toMinutesPart() + " min";
  }
}
