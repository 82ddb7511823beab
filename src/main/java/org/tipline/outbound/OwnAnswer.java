package org.tipline.outbound;

/**
 * What we answered to ourselves.
 *
 * @param body at most its first 256 kB, as UTF-8
 */
public record OwnAnswer(int status, String body) {}
