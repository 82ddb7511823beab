package org.tipline.api;

import org.jspecify.annotations.Nullable;

/**
 * What a caller may ask of the list; all of it optional.
 *
 * @param tag a tag it has
 * @param claimedBy {@code nobody}, or the name of who is on it
 * @param hasFiles {@code true}: with files
 * @param language what its reader began in: {@code en}, {@code sw}, {@code mul} or {@code und}
 * @param openedFrom opened then or later, as RFC 3339 writes it
 * @param openedBefore opened earlier than that
 * @param limit 1 to 200
 * @param after the {@code next} of the page before
 */
record TipsQuery(
    @Nullable String state,
    @Nullable String medium,
    @Nullable String desk,
    @Nullable String q,
    @Nullable String tag,
    @Nullable String claimedBy,
    @Nullable String hasFiles,
    @Nullable String language,
    @Nullable String openedFrom,
    @Nullable String openedBefore,
    @Nullable String after,
    @Nullable String limit) {

  private static final int DEFAULT_LIMIT = 50;
  private static final int HIGHEST_LIMIT = 200;

  int pageSize() {
    return limit == null ? DEFAULT_LIMIT : number(limit);
  }

  private static int number(String limit) {
    if (!limit.matches("[0-9]{1,3}") || outside(Integer.parseInt(limit))) {
      throw new BadQuery("limit must be a number from 1 to " + HIGHEST_LIMIT + ".");
    }
    return Integer.parseInt(limit);
  }

  private static boolean outside(int limit) {
    return limit < 1 || limit > HIGHEST_LIMIT;
  }
}
