package org.tipline.api;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.tipline.channel.Medium;
import org.tipline.moderation.TipRow;
import org.tipline.moderation.TipState;
import org.tipline.submission.Submission;

/** A tip as callers see it; the reader is a label, never an address. */
record TipJson(
    String reference,
    TipState state,
    Medium medium,
    String channel,
    String desk,
    Instant openedAt,
    Instant lastActivityAt,
    @Nullable ReaderJson reader,
    @Nullable String claimedBy,
    boolean urgent,
    List<SubmissionJson> submissions) {

  static TipJson of(TipRow tip, List<Submission> submissions) {
    return new TipJson(
        tip.reference(),
        tip.state(),
        tip.medium(),
        tip.channel().value(),
        tip.desk(),
        tip.openedAt(),
        tip.lastActivityAt(),
        ReaderJson.of(tip),
        tip.claimedBy(),
        tip.urgent(),
        submissions.stream().map(SubmissionJson::of).toList());
  }

  /**
   * Who wrote.
   *
   * @param tips how many tips this reader has given
   */
  record ReaderJson(UUID id, String label, int tips) {

    static @Nullable ReaderJson of(TipRow tip) {
      return tip.readerId() == null || tip.readerLabel() == null
          ? null
          : new ReaderJson(tip.readerId(), tip.readerLabel(), tip.readerTips());
    }
  }
}
