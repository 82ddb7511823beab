package org.tipline.triage;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.tipline.account.SeatRole;

/**
 * What every page of the desk shows beside its subject, at one moment.
 *
 * @param desks where the editor sits
 * @param others where they do not, and can move a tip to
 * @param editors who can be handed a tip of one of those desks
 * @param views the lists they keep, and those of the desks where they sit, by name
 * @param mine how many waiting tips the editor holds
 * @param fresh how many tips wait because their reader wrote again
 */
record Around(
    List<Line> desks,
    List<Target> others,
    List<Colleague> editors,
    Habits habits,
    List<SavedView> views,
    int mine,
    int fresh,
    int snoozed) {

  public int tips() {
    return desks.stream().mapToInt(Line::tips).sum();
  }

  public boolean has(@Nullable String slug) {
    return slug == null || desks.stream().anyMatch(desk -> desk.slug().equals(slug));
  }

  public Line desk(String slug) {
    return desks.stream().filter(desk -> desk.slug().equals(slug)).findFirst().orElseThrow();
  }

  /** Where a tip can be moved to from that desk, or from any. */
  public List<Target> targets(@Nullable String from) {
    return Stream.concat(
            desks.stream().map(desk -> new Target(desk.slug(), desk.name())), others.stream())
        .filter(desk -> !desk.slug().equals(from))
        .sorted(Comparator.comparing(Target::name))
        .toList();
  }

  /** Who can take on a tip of that desk, or of any. */
  public List<Colleague> editorsAt(@Nullable String slug) {
    return editors.stream()
        .filter(editor -> slug == null || editor.desks().contains(slug))
        .toList();
  }

  /** Whether the editor may do anything but read, at that desk or, with null, at one at least. */
  public boolean works(@Nullable String slug) {
    return desks.stream()
        .anyMatch(desk -> (slug == null || desk.slug().equals(slug)) && desk.role().isWorking());
  }

  /** Those the editor leads. */
  public List<Line> led() {
    return desks.stream().filter(desk -> desk.role().isLeading()).toList();
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
   * @param role what the editor may do there
   * @param oldest since when its longest waiting tip waits, null when nothing waits
   * @param newest since when the one waits that came last, by a clock that was right
   * @param amber seconds until a waiting tip turns amber, null: as configured for all
   * @param red seconds until it turns red, null: as configured for all
   * @param reasons what it says when it does not use a tip
   */
  record Line(
      String slug,
      String name,
      SeatRole role,
      int tips,
      @Nullable Instant oldest,
      @Nullable Instant newest,
      @Nullable Integer amber,
      @Nullable Integer red,
      List<String> reasons) {

    /** Of its own ways of working; see {@link DeskWays#version}. */
    public String version() {
      return DeskWays.version(amber, red, reasons);
    }
  }

  /** A desk as one to move a tip to. */
  record Target(String slug, String name) {}

  /**
   * An editor, by the name colleagues know.
   *
   * @param desks slugs of those where they work and the one who asks sits
   */
  record Colleague(UUID id, String name, List<String> desks) {}

  /**
   * How the editor likes to work.
   *
   * @param keys one key an action
   * @param covers pictures are covered and sound is off until asked for
   * @param language of the pages, ISO 639; null: the newsroom's own
   */
  record Habits(boolean keys, boolean covers, @Nullable String language) {}
}
