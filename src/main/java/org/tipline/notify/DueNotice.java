package org.tipline.notify;

import java.time.Instant;
import java.util.UUID;

/** What a notice says of a tip, and no more: nothing of its source. */
record DueNotice(
    UUID id, String reference, String desk, String medium, Instant openedAt, NoticeKind kind) {}
