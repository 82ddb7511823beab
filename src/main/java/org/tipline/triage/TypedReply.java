package org.tipline.triage;

/**
 * A reply that was not sent: what was typed, and what is wrong with it.
 *
 * @param problem a sentence
 */
record TypedReply(ReplyForm form, String problem) {}
