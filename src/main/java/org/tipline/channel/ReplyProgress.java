package org.tipline.channel;

import org.jspecify.annotations.Nullable;

/**
 * What a receipt says, in words that every channel shares.
 *
 * @param failure why it failed, a sentence for an editor; null unless FAILED
 * @param optedOut the reader has told the provider to take nothing more from us
 */
public record ReplyProgress(Step step, @Nullable String failure, boolean optedOut) {

  /** A receipt that says nothing of how far the reply has come. */
  public static final ReplyProgress UNKNOWN = of(Step.UNKNOWN);

  /**
   * How far a reply has come, the later the further, whatever the order of receipts: FAILED ends
   * what was only sent, and what a phone has received no later failure takes back.
   */
  public enum Step {
    UNKNOWN,
    ACCEPTED,
    QUEUED,
    SENDING,
    SENT,
    FAILED,
    DELIVERED,
    READ
  }

  public static ReplyProgress of(Step step) {
    return new ReplyProgress(step, null, false);
  }

  public static ReplyProgress failed(String failure, boolean optedOut) {
    return new ReplyProgress(Step.FAILED, failure, optedOut);
  }
}
