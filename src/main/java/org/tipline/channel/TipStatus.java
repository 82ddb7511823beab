package org.tipline.channel;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a reader may know of their tip.
 *
 * @param reference {@code K7F-3QXM}
 * @param words how it stands, in a sentence
 * @param link of the story it became, else null
 * @param replies what we wrote, oldest first
 */
public record TipStatus(
    String reference, String words, @Nullable String link, List<Written> replies) {

  public TipStatus {
    replies = List.copyOf(replies);
  }

  /** One reply of ours. */
  public record Written(Instant at, String text) {}

  @Override
  public String toString() {
    return "TipStatus[" + reference + "]";
  }
}
