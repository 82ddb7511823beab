package org.tipline.channel;

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
   */
  SendOutcome lookUp(OutgoingReply reply);

  /** What an editor must know before writing. */
  ReplyRules rules();
}
