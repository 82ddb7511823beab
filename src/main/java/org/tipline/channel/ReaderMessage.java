package org.tipline.channel;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One thing one reader said, read out of a delivery.
 *
 * @param externalId the provider's id of the message, unique within the channel
 * @param sender null when the reader left no address at all
 * @param sentAt the provider's time, null when it names none; shown, never trusted for order
 * @param text the reader's words as they came; empty when there are only files
 */
public record ReaderMessage(
    String externalId,
    @Nullable Sender sender,
    @Nullable Instant sentAt,
    String text,
    Details details,
    List<IncomingFile> files) {

  public ReaderMessage {
    files = List.copyOf(files);
  }

  @Override
  public String toString() {
    return "ReaderMessage[" + externalId + ", " + files.size() + " files]";
  }
}
