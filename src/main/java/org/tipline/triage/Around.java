package org.tipline.triage;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What every page of the desk shows beside its subject, at one moment.
 *
 * @param editors who can be handed a tip
 * @param mine how many waiting tips the editor holds
 * @param fresh how many tips wait because their reader wrote again
 */
record Around(
    List<Line> desks, List<Colleague> editors, Habits habits, int mine, int fresh, int snoozed) {

  public int tips() {
    return desks.stream().mapToInt(Line::tips).sum();
  }

  public boolean has(@Nullable String slug) {
    return slug == null || desks.stream().anyMatch(desk -> desk.slug().equals(slug));
  }

  public Line desk(String slug) {
    return desks.stream().filter(desk -> desk.slug().equals(slug)).findFirst().orElseThrow();
  }

  /** Why a tip of that desk, or of any, is not used. */
  public List<String> reasons(@Nullable String slug) {
    return desks.stream()
        .filter(desk -> slug == null || desk.slug().equals(slug))
        .flatMap(desk -> desk.reasons().stream())
        .distinct()
        .toList();
  }

  /**
   * One desk.
   *
   * @param oldest since when its longest waiting tip waits, null when nothing waits
   * @param amber seconds until a waiting tip turns amber, null: as configured for all
   * @param red seconds until it turns red, null: as configured for all
   * @param reasons what it says when it does not use a tip
   */
  record Line(
      String slug,
      String name,
      int tips,
      @Nullable Instant oldest,
      @Nullable Integer amber,
      @Nullable Integer red,
      List<String> reasons) {}

  /** An editor, by the name colleagues know. */
  record Colleague(UUID id, String name) {}

  /**
   * How the editor likes to work.
   *
   * @param keys one key an action
   * @param covers pictures are covered and sound is off until asked for
   */
  record Habits(boolean keys, boolean covers) {}
}
