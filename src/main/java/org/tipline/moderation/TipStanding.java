package org.tipline.moderation;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * How a tip stands, as its reader may know it; a merged tip stands as the one it is in.
 *
 * @param reference of the reader's own tip, {@code K7F-3QXM}
 * @param publishedLink the story's address, null until there is one
 */
public record TipStanding(
    UUID tipId, String reference, TipState state, @Nullable String publishedLink) {}
