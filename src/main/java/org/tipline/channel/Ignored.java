package org.tipline.channel;

/**
 * A part of a delivery that became no submission, for the administrator to see.
 *
 * @param position where it stood, from 0
 * @param reason a sentence without the reader's words
 */
public record Ignored(int position, String reason) {}
