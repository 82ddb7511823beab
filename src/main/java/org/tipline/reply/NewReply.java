package org.tipline.reply;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.tipline.channel.OutgoingReply;

/**
 * A reply to be sent.
 *
 * @param submissionId the reader's message it answers: it goes back by that channel to that address
 * @param tipId the tip it belongs to, null when it is about none, as the answer to STOP
 * @param editorId who wrote it, null: Tipline itself
 * @param text 1 to the channel's limit of characters
 * @param template null: free text
 */
public record NewReply(
    ReplyKind kind,
    UUID submissionId,
    @Nullable UUID tipId,
    @Nullable UUID editorId,
    String text,
    OutgoingReply.@Nullable FilledTemplate template) {

  @Override
  public String toString() {
    return "NewReply[" + kind + ", " + submissionId + "]";
  }
}
