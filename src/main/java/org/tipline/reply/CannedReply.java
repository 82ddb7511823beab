package org.tipline.reply;

/**
 * A reply an editor can pick, its gaps filled.
 *
 * @param id stable, from its key in {@code config/replies.yaml}
 * @param name how editors call it
 * @param text what it says to the reader, in the reader's language
 */
public record CannedReply(String id, String name, String text) {}
