package org.tipline.api;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.tipline.account.ApiCaller;
import org.tipline.account.Desk;
import org.tipline.account.Desks;
import org.tipline.channel.Medium;
import org.tipline.moderation.TipFilter;
import org.tipline.moderation.TipState;

/** Reads a caller's words into what the queue understands. */
@Component
class TipsFilters {

  private static final int LONGEST_SEARCH = 200;

  private final Desks desks;
  private final Holders holders;

  TipsFilters(Desks desks, Holders holders) {
    this.desks = desks;
    this.holders = holders;
  }

  TipFilter read(TipsQuery query, ApiCaller caller) {
    return new TipFilter(
        false,
        named("state", TipState.values(), query.state()),
        named("medium", Medium.values(), query.medium()),
        desk(query.desk(), caller),
        words(query.q()),
        holders.named(query.claimedBy(), caller.sight()),
        false,
        false,
        TipsFacets.of(query),
        false);
  }

  private static <E extends Enum<E>> @Nullable E named(
      String parameter, E[] all, @Nullable String name) {
    if (name == null) {
      return null;
    }
    return Arrays.stream(all)
        .filter(one -> one.name().equals(name))
        .findFirst()
        .orElseThrow(() -> oneOf(parameter, Arrays.stream(all).map(Enum::name).toList()));
  }

  /** A desk the caller does not see is as unknown as one there never was. */
  private @Nullable String desk(@Nullable String slug, ApiCaller caller) {
    var slugs =
        desks.all().stream()
            .filter(desk -> caller.sight().sees(desk.id()))
            .map(Desk::slug)
            .toList();
    if (slug != null && !slugs.contains(slug)) {
      throw oneOf("desk", slugs);
    }
    return slug;
  }

  private static @Nullable String words(@Nullable String q) {
    if (q != null && q.length() > LONGEST_SEARCH) {
      throw new BadQuery("q must be at most " + LONGEST_SEARCH + " characters.");
    }
    return q;
  }

  static BadQuery oneOf(String parameter, List<String> names) {
    return new BadQuery(parameter + " must be one of " + String.join(", ", names) + ".");
  }
}
