package org.tipline.reply;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What there is between a tip's reader and us beside what the reader sent.
 *
 * @param replies of the tip and of those merged into it, oldest first
 * @param drafts all that is being written about the tip, the latest change first
 * @param isOptedOut the reader wants to hear nothing
 * @param lastWroteAt when they last wrote by that channel, about anything: providers count from
 *     there what may be answered; null when they left no address
 */
public record Correspondence(
    List<Reply> replies,
    List<ReplyDraft> drafts,
    boolean isOptedOut,
    @Nullable Instant lastWroteAt) {}
