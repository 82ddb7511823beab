package org.tipline.submission;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.tipline.channel.ChannelName;
import org.tipline.channel.Location;
import org.tipline.channel.Mark;
import org.tipline.channel.Medium;

/**
 * One thing one reader said: evidence, immutable.
 *
 * @param readerId null when no address was left
 * @param sentAt the provider's time, null when it names none
 * @param quoted the mail they answered: folded on screen, never cut
 * @param repliedTo the provider's id of the message this one answers
 */
public record Submission(
    UUID id,
    ChannelName channel,
    Medium medium,
    String externalId,
    @Nullable UUID readerId,
    @Nullable Instant sentAt,
    Instant receivedAt,
    String text,
    @Nullable String subject,
    @Nullable String quoted,
    @Nullable String place,
    @Nullable Location location,
    @Nullable String repliedTo,
    Set<Mark> marks,
    List<Attachment> attachments) {

  /** The provider's time where it names one, else ours. */
  public Instant at() {
    return sentAt == null ? receivedAt : sentAt;
  }

  /** What the reader wrote in: of the words, or of the subject where there are none. */
  public Language language() {
    return Language.of(text, subject);
  }

  @Override
  public String toString() {
    return "Submission[" + id + "]";
  }
}
