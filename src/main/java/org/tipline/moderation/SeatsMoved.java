package org.tipline.moderation;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An editor's seats have changed, or they are shut out, here or at another instance: what is open
 * in their name has to ask anew what they see. Published outside any transaction.
 *
 * @param editorId null: nobody knows whose, after a time in which no word came
 */
public record SeatsMoved(@Nullable UUID editorId) {}
