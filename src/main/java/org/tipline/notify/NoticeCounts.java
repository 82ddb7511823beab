package org.tipline.notify;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** How the notices stand: waiting to be sent, given up, and when the last one left. */
public record NoticeCounts(int waiting, int failed, @Nullable Instant lastSentAt) {}
