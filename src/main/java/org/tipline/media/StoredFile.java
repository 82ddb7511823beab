package org.tipline.media;

/**
 * A file that is on disk for good.
 *
 * @param sha256 64 lower-case hex digits, its name in the store
 * @param bytes its size
 * @param type the media type its bytes show, whatever the sender claimed
 */
public record StoredFile(String sha256, long bytes, String type) {}
