package org.tipline.reply;

/** How far a reply has come; providers' receipts move it up by rank, whatever their order. */
public enum ReplyState {
  /** Written, waits for its turn or its next try. */
  QUEUED,
  /** A try is being made; after a crash its outcome is uncertain. */
  SENDING,
  /** Sent or not, nobody knows yet: it is being looked up, and is not sent again before. */
  UNCERTAIN,
  /** The provider has it. */
  SENT,
  /** The reader's phone has it. */
  DELIVERED,
  /** The reader has seen it. */
  READ,
  /** It did not reach the reader, and will not. */
  FAILED
}
