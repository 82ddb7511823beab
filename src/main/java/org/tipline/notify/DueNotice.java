package org.tipline.notify;

import java.time.Instant;
import java.util.UUID;

/**
 * What a notice says of a tip, and no more: nothing of its source.
 *
 * @param attempts how often it was tried, this time included
 */
record DueNotice(
    UUID id,
    String reference,
    String desk,
    String medium,
    Instant openedAt,
    NoticeKind kind,
    int attempts) {}
