package org.tipline.seal;

/**
 * One key, as an administrator may see it.
 *
 * @param file {@code seal} or {@code index}
 * @param id its number, which everything it sealed carries
 * @param primary whether it is the one used for what is sealed now
 */
public record SealKey(String file, int id, boolean primary) {}
