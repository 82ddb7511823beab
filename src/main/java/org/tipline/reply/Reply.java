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
    @Nullable String failure) {

  @Override
  public String toString() {
    return "Reply[" + id + ", " + state + "]";
  }
}
