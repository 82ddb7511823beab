package org.tipline.reply;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.tipline.channel.Address;
import org.tipline.channel.ChannelName;
import org.tipline.channel.OutgoingReply;

/**
 * A reply that is not yet where it belongs, as its row was when it was read.
 *
 * @param attempts tries so far; a change is only made while nobody else has tried since
 * @param lookUps since it became uncertain
 * @param queuedAt since when it is to be sent
 * @param firstTriedAt null before the first try
 * @param failure why it waits or is uncertain, null when nothing was wrong yet
 * @param answers the reader's message
 * @param optedOut its reader asked to hear nothing more
 * @param takenBack it tells of a story, and the tip is not published any more
 */
record DueReply(
    UUID id,
    ReplyKind kind,
    UUID submissionId,
    ChannelName channel,
    String text,
    OutgoingReply.@Nullable FilledTemplate template,
    String token,
    ReplyState state,
    int attempts,
    int lookUps,
    Instant queuedAt,
    @Nullable Instant firstTriedAt,
    @Nullable String failure,
    OutgoingReply.Answers answers,
    boolean optedOut,
    boolean takenBack) {

  /** The same reply with one more try begun. */
  DueReply begun(Instant now) {
    return new DueReply(
        id,
        kind,
        submissionId,
        channel,
        text,
        template,
        token,
        ReplyState.SENDING,
        attempts + 1,
        lookUps,
        queuedAt,
        firstTriedAt == null ? now : firstTriedAt,
        failure,
        answers,
        optedOut,
        takenBack);
  }

  OutgoingReply outgoing(@Nullable Address to) {
    if (firstTriedAt == null) {
      throw new IllegalStateException("reply " + id + " has not been tried");
    }
    return new OutgoingReply(
        id, token, to, text, template, kind.isAutomatic(), answers, firstTriedAt);
  }

  boolean isOverdue(Instant now) {
    return now.isAfter(queuedAt.plus(ReplyTimes.GIVE_UP_AFTER));
  }

  @Override
  public String toString() {
    return "DueReply[" + id + ", " + state + "]";
  }
}
