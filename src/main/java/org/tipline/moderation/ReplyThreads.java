package org.tipline.moderation;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.tipline.channel.ChannelName;
import org.tipline.channel.Medium;

/**
 * Where the queue learns which tip a reader's message goes on with, when it answers what we wrote;
 * answered by the room that writes replies.
 */
public interface ReplyThreads {

  /**
   * The reply of ours that a message names.
   *
   * @param name its token, or the provider's id of it; whatever a stranger may have written
   */
  Optional<Sent> named(ChannelName channel, String name);

  /**
   * The newest answer an editor wrote to a reader since then, unless it failed; of no other kind,
   * since an acknowledgement asks nobody anything.
   */
  Optional<Sent> lastAnswer(UUID reader, Medium medium, Instant since);

  /**
   * A reply of ours that belongs to a tip.
   *
   * @param reader who got it, null when they left no address
   */
  record Sent(UUID tip, @Nullable UUID reader, Instant at) {

    /** Whether it went to that reader; nobody is nobody's reader. */
    boolean wentTo(@Nullable UUID other) {
      return reader != null && reader.equals(other);
    }
  }
}
