package org.tipline.moderation;

import org.tipline.submission.Submission;

/**
 * What readers write that is no tip but a word to Tipline itself, such as STOP. The queue asks
 * before a submission opens a tip or joins one, in the transaction it came in.
 */
public interface ReaderCommands {

  /** True when it was one and has been seen to; it is kept, and belongs to no tip. */
  boolean carryOut(Submission submission);
}
