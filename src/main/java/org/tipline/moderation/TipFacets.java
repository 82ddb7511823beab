package org.tipline.moderation;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.tipline.submission.Language;

/**
 * What else a list is narrowed by; null leaves a thing open.
 *
 * @param tag a tag it has, as {@link Tags} keeps it
 * @param unclaimed true: only those that nobody holds
 * @param media true: only those with files
 * @param language what its reader began in
 * @param openedFrom opened then or later
 * @param openedBefore opened earlier than that
 */
public record TipFacets(
    @Nullable String tag,
    boolean unclaimed,
    boolean media,
    @Nullable Language language,
    @Nullable Instant openedFrom,
    @Nullable Instant openedBefore) {

  /** Everything. */
  public static final TipFacets ALL = new TipFacets(null, false, false, null, null, null);

  TipFacets days() {
    return new TipFacets(null, false, false, null, openedFrom, openedBefore);
  }
}
