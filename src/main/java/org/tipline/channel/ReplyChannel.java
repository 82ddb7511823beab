package org.tipline.channel;

import java.util.Set;

/** A channel by which the newsroom can answer a reader. */
public interface ReplyChannel extends Channel {

  /**
   * Hands one reply to the provider and waits for its word, 15 seconds at most. What the provider
   * or the network does wrong is an outcome, never an exception.
   */
  SendOutcome send(OutgoingReply reply);

  /**
   * Asks the provider whether a reply whose outcome is uncertain reached it after all: {@code
   * Accepted} when it did, {@code TryLater} when it surely did not, {@code Uncertain} while nobody
   * can tell.
   *
   * @param others the provider's ids of other replies to the same reader: none of them is this one,
   *     even when the words are the same
   */
  SendOutcome lookUp(OutgoingReply reply, Set<String> others);

  /** What an editor must know before writing. */
  ReplyRules rules();

  /** What a receipt of this channel's provider means; pure. */
  default ReplyProgress progress(ReplyReceipt receipt) {
    return ReplyProgress.UNKNOWN;
  }

  /**
   * The reader comes for a reply, as on the web form with a receipt code: it needs no address, and
   * an address that was only typed is not used.
   */
  default boolean isFetched() {
    return false;
  }
}
