package org.tipline.triage;

import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.tipline.channel.Medium;
import org.tipline.moderation.TipFilter;
import org.tipline.moderation.TipState;

/** Reads the address bar's words into what the queue understands. */
@Component
class Filters {

  private static final int LONGEST_SEARCH = 200;

  /** Lists of what waits. */
  private static final Set<String> QUEUED = Set.of("MINE", "NEW");

  private final Me me;
  private final Facets facets;

  Filters(Me me, Facets facets) {
    this.me = me;
    this.facets = facets;
  }

  /**
   * What the list shows; whether its desk exists is {@link #check}ed where that is known.
   *
   * @throws BadFilter when it cannot be
   */
  TipFilter read(QueueQuery query) {
    var list = Optional.ofNullable(query.state()).orElse("");
    return new TipFilter(
        list.isEmpty() || QUEUED.contains(list),
        state(list),
        medium(query.medium()),
        query.desk(),
        words(query.q()),
        list.equals("MINE") || "me".equals(query.holder())
            ? myself()
            : Facets.colleague(query.holder()),
        list.equals("NEW"),
        list.equals("SNOOZED"),
        facets.read(query),
        isNewestFirst(query.state()));
  }

  /** What waits is worked off from its oldest; what was decided is looked up from its newest. */
  static boolean isNewestFirst(@Nullable String list) {
    return list != null && !QUEUED.contains(list);
  }

  static void check(QueueQuery query, Around around) {
    if (!around.has(query.desk())) {
      throw new BadFilter("desk.filter.desk", String.valueOf(query.desk()));
    }
    checkHolder(query, around);
  }

  private static void checkHolder(QueueQuery query, Around around) {
    var colleague = Facets.colleague(query.holder());
    if (colleague != null
        && around.editors().stream().noneMatch(one -> one.id().equals(colleague))) {
      throw new BadFilter("desk.filter.holder");
    }
  }

  private static @Nullable TipState state(String name) {
    if (name.isEmpty() || QUEUED.contains(name) || Set.of("ALL", "SNOOZED").contains(name)) {
      return null;
    }
    return Stream.of(TipState.values())
        .filter(state -> state.name().equals(name))
        .findFirst()
        .orElseThrow(() -> new BadFilter("desk.filter.state", name));
  }

  private static @Nullable Medium medium(@Nullable String token) {
    if (token == null) {
      return null;
    }
    return Arrays.stream(Medium.values())
        .filter(medium -> medium.token().equals(token))
        .findFirst()
        .orElseThrow(() -> new BadFilter("desk.filter.medium", token));
  }

  private static @Nullable String words(@Nullable String q) {
    if (q != null && q.length() > LONGEST_SEARCH) {
      throw new BadFilter("desk.filter.words", LONGEST_SEARCH);
    }
    return q;
  }

  private UUID myself() {
    return Optional.ofNullable(me.id()).orElseThrow();
  }
}
