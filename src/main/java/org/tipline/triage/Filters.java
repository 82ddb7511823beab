package org.tipline.triage;

import java.util.Arrays;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.tipline.account.Desks;
import org.tipline.channel.Medium;
import org.tipline.moderation.TipFilter;
import org.tipline.moderation.TipState;

/** Reads the address bar's words into what the queue understands. */
@Component
class Filters {

  private static final int LONGEST_SEARCH = 200;

  private final Desks desks;

  Filters(Desks desks) {
    this.desks = desks;
  }

  TipFilter read(QueueQuery query) {
    return new TipFilter(
        query.state() == null,
        state(query.state()),
        medium(query.medium()),
        desk(query.desk()),
        words(query.q()),
        null,
        false,
        false,
        query.state() != null);
  }

  private static @Nullable TipState state(@Nullable String name) {
    if (name == null || name.equals("ALL")) {
      return null;
    }
    return Stream.of(TipState.values())
        .filter(state -> state.name().equals(name))
        .findFirst()
        .orElseThrow(
            () -> new BadFilter("There is no state “" + name + "”; pick one on the left."));
  }

  private static @Nullable Medium medium(@Nullable String token) {
    if (token == null) {
      return null;
    }
    return Arrays.stream(Medium.values())
        .filter(medium -> medium.token().equals(token))
        .findFirst()
        .orElseThrow(
            () -> new BadFilter("Nobody writes by “" + token + "”; pick one on the left."));
  }

  private @Nullable String desk(@Nullable String slug) {
    if (slug == null || desks.all().stream().anyMatch(desk -> desk.slug().equals(slug))) {
      return slug;
    }
    throw new BadFilter("There is no desk “" + slug + "”; pick one on the left.");
  }

  private static @Nullable String words(@Nullable String q) {
    if (q != null && q.length() > LONGEST_SEARCH) {
      throw new BadFilter("Search for at most " + LONGEST_SEARCH + " characters.");
    }
    return q;
  }
}
