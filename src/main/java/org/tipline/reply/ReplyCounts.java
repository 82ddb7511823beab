package org.tipline.reply;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How the replies stand.
 *
 * @param waiting to be sent
 * @param uncertain sent or not, nobody knows
 * @param failed in the last seven days
 * @param waitingSince since when the oldest one waits, null when none does
 */
public record ReplyCounts(int waiting, int uncertain, int failed, @Nullable Instant waitingSince) {}
