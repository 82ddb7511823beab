package org.tipline.moderation;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.tipline.channel.ChannelName;
import org.tipline.channel.Medium;

/**
 * A tip as a list shows it.
 *
 * @param reference {@code K7F-3QXM}
 * @param desk the desk's slug
 * @param queuedAt since when it waits, null when it is not in the queue
 * @param readerLabel {@code Reader 7F2}; null with {@code readerId} when no address was left
 * @param readerTips how many tips this reader has given, this one included; 0 without a reader
 * @param claimedBy the name of the editor who is on it
 * @param firstLine at most 280 characters of the first submission
 * @param finding what screening remarked, null when nothing
 * @param snoozedAt since when it is put off, null when it is not
 * @param snoozedUntil until when; null while put off: until its reader writes again
 */
public record TipRow(
    UUID id,
    String reference,
    TipState state,
    ChannelName channel,
    Medium medium,
    UUID deskId,
    String desk,
    String deskName,
    Instant openedAt,
    Instant lastActivityAt,
    @Nullable Instant queuedAt,
    boolean newActivity,
    boolean urgent,
    @Nullable UUID readerId,
    @Nullable String readerLabel,
    int readerTips,
    @Nullable UUID claimedById,
    @Nullable String claimedBy,
    String firstLine,
    @Nullable String finding,
    int submissions,
    int attachments,
    long version,
    @Nullable Instant snoozedAt,
    @Nullable Instant snoozedUntil,
    List<String> tags) {

  /** Where it stands in a list, as an opaque cursor. */
  public String mark(TipFilter filter) {
    var at = filter.queued() && queuedAt != null ? queuedAt : openedAt;
    return new Cursor(at, id).toString();
  }

  @Override
  public String toString() {
    return "TipRow[" + reference + "]";
  }
}
