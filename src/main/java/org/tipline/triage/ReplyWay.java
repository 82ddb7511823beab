package org.tipline.triage;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.tipline.channel.Medium;
import org.tipline.channel.ReplyRules;

/**
 * How an answer to a tip's reader goes.
 *
 * @param submissionId the reader's message it answers
 * @param hindrance why none can go, a sentence; null when one can
 * @param isFetched it waits until the reader comes for it
 * @param closesAt until when free text may be sent, null: always
 * @param isOpen free text may be sent now
 * @param isUnwanted the reader asked not to be contacted
 */
record ReplyWay(
    UUID submissionId,
    Medium medium,
    @Nullable String hindrance,
    ReplyRules rules,
    boolean isFetched,
    @Nullable Instant closesAt,
    boolean isOpen,
    boolean isUnwanted) {}
