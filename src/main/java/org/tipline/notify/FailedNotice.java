package org.tipline.notify;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A notice that could not be sent, yet or at all.
 *
 * @param editor the editor's name, null for the newsroom's webhook
 * @param failure what the other side said, in words
 */
public record FailedNotice(
    String reference, @Nullable String editor, int attempts, String failure, Instant at) {}
