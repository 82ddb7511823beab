package org.tipline.reply;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.tipline.account.Seats;
import org.tipline.channel.OutgoingReply;

/**
 * What an editor wants sent to a reader.
 *
 * @param form the form it was written in; what comes by the same form again is not sent again
 * @param submissionId the reader's message it answers
 * @param by the editor, with their seats
 * @param seen how many messages of the reader and answers of editors the editor had before them
 * @param template null: free text
 */
public record NewAnswer(
    UUID form,
    UUID tipId,
    UUID submissionId,
    Seats by,
    int seen,
    String text,
    OutgoingReply.@Nullable FilledTemplate template) {

  @Override
  public String toString() {
    return "NewAnswer[" + tipId + "]";
  }
}
