package org.tipline.reply;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.tipline.channel.ChannelName;

/**
 * A reply as editors see it.
 *
 * @param editor the name of who wrote it, null: Tipline itself
 * @param stateAt since when it is in that state
 * @param failure why it failed or is uncertain, a sentence; else null
 * @param isTaken the provider has it: it is never sent again, whatever became of it
 */
public record Reply(
    UUID id,
    ReplyKind kind,
    ChannelName channel,
    @Nullable String editor,
    String text,
    ReplyState state,
    Instant createdAt,
    Instant stateAt,
    @Nullable String failure,
    boolean isTaken) {

  /** An editor may have it sent again. */
  public boolean canGoAgain() {
    return !isTaken && (state == ReplyState.UNCERTAIN || state == ReplyState.FAILED);
  }

  @Override
  public String toString() {
    return "Reply[" + id + ", " + state + "]";
  }
}
