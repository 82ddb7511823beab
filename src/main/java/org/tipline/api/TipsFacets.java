package org.tipline.api;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.tipline.moderation.Tags;
import org.tipline.moderation.TipFacets;
import org.tipline.submission.Language;

/** Reads what else a caller narrows the list by. */
final class TipsFacets {

  private TipsFacets() {}

  static TipFacets of(TipsQuery query) {
    return new TipFacets(
        tag(query.tag()),
        Holders.NOBODY.equals(query.claimedBy()),
        files(query.hasFiles()),
        language(query.language()),
        moment("openedFrom", query.openedFrom()),
        moment("openedBefore", query.openedBefore()));
  }

  private static @Nullable String tag(@Nullable String typed) {
    if (typed != null && typed.length() > Tags.LONGEST) {
      throw new BadQuery("tag must be at most " + Tags.LONGEST + " characters.");
    }
    return typed == null ? null : Tags.normal(typed);
  }

  private static boolean files(@Nullable String word) {
    if (word != null && !word.equals("true")) {
      throw new BadQuery("hasFiles must be true; leave it out for tips with and without files.");
    }
    return word != null;
  }

  private static @Nullable Language language(@Nullable String token) {
    if (token == null) {
      return null;
    }
    return Language.ofToken(token).orElseThrow(() -> TipsFilters.oneOf("language", tokens()));
  }

  private static List<String> tokens() {
    return Stream.of(Language.values()).map(Language::token).toList();
  }

  /**
   * As RFC 3339 writes it, in the years that every clock and table between here and there holds.
   */
  private static @Nullable Instant moment(String parameter, @Nullable String written) {
    if (written == null) {
      return null;
    }
    try {
      if (written.matches("20\\d{2}-.{1,40}")) {
        return OffsetDateTime.parse(written).toInstant();
      }
    } catch (DateTimeParseException e) {
      // said below
    }
    throw new BadQuery(parameter + " must be a time such as 2026-11-25T08:30:00Z.");
  }
}
