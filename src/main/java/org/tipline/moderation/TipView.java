package org.tipline.moderation;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.tipline.submission.Submission;

/**
 * A tip with all that belongs to it: submissions in the providers' order of time, those of tips
 * merged into it too, notes, history.
 *
 * @param mergedInto the reference of the tip it is part of, null when it is its own
 * @param graphic ids of the files that are covered for everyone
 */
public record TipView(
    TipRow tip,
    @Nullable String publishedLink,
    List<Submission> submissions,
    List<NoteView> notes,
    List<HistoryEntry> history,
    @Nullable String mergedInto,
    Set<UUID> graphic) {

  /** What an editor wrote for colleagues. */
  public record NoteView(UUID id, String editor, Instant writtenAt, String text) {}

  /**
   * One thing that happened.
   *
   * @param editor null: Tipline itself
   * @param action in words, {@code accepted}
   * @param detail the reason, the link, the screen's finding
   * @param origin from where, {@code SCREEN}; null: from before that was written down
   */
  public record HistoryEntry(
      Instant at,
      @Nullable String editor,
      String action,
      @Nullable String detail,
      @Nullable String origin) {}
}
