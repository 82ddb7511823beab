package org.tipline.intake;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.tipline.channel.ChannelName;
import org.tipline.channel.HeldDelivery;
import org.tipline.channel.HeldPage;
import org.tipline.channel.ListingChannel;
import org.tipline.channel.ProviderAway;

/**
 * Turns the pages of a provider's list. Where it breaks off this instance goes on with what it has
 * gathered; another one begins at the first page.
 */
@Component
class ProviderList {

  /** A list may show late what was sent early. */
  static final Duration OVERLAP = Duration.ofHours(24);

  /** The provider's own call has more to say than its list and is given the time to come. */
  private static final Duration GRACE = Duration.ofMinutes(1);

  private final Looks looks;
  private final Deliveries deliveries;
  private final Clock clock;
  private final Map<ChannelName, BrokenOff> brokenOff = new ConcurrentHashMap<>();

  ProviderList(Looks looks, Deliveries deliveries, Clock clock) {
    this.looks = looks;
    this.deliveries = deliveries;
    this.clock = clock;
  }

  /**
   * The oldest of what is missing on all pages, but for what was {@code left} there. A list that
   * comes back to a page it had before would never end.
   */
  Gathering gather(ListingChannel channel, Look look, int most, Set<String> left)
      throws ProviderAway {
    var begun = begun(look, most);
    var since = since(look);
    var seen = new HashSet<String>();
    var page = channel.list(since, begun.page());
    add(look.channel(), page, since, left, begun.gathering());
    while (page.next() != null && seen.add(page.next())) {
      looks.turn(look.channel(), page.next());
      if (left.isEmpty()) {
        brokenOff.put(look.channel(), begun.at(page.next()));
      }
      page = channel.list(since, page.next());
      add(look.channel(), page, since, left, begun.gathering());
    }
    brokenOff.remove(look.channel());
    return begun.gathering();
  }

  private BrokenOff begun(Look look, int most) {
    var before = brokenOff.get(look.channel());
    return before != null && before.isOf(look)
        ? before
        : new BrokenOff(look.beganAt(), null, new Gathering(most));
  }

  /** A clock that was ahead when the last look ended must not hide what came since. */
  private Instant since(Look look) {
    var now = clock.instant();
    var until = look.lookedUntil().isBefore(now) ? look.lookedUntil() : now;
    return until.minus(OVERLAP);
  }

  private void add(
      ChannelName channel, HeldPage page, Instant since, Set<String> left, Gathering gathering) {
    var now = clock.instant();
    var known =
        deliveries.known(channel, page.deliveries().stream().map(HeldDelivery::key).toList());
    page.deliveries().stream()
        .filter(held -> !known.contains(held.key()) && !left.contains(held.key()))
        .filter(held -> isDue(held, since, now))
        .forEach(held -> gathering.add(held, Objects.requireNonNullElse(held.takenAt(), now)));
  }

  private static boolean isDue(HeldDelivery held, Instant since, Instant now) {
    var takenAt = held.takenAt();
    return takenAt == null || (!takenAt.isBefore(since) && !takenAt.isAfter(now.minus(GRACE)));
  }

  /**
   * A look that broke off here.
   *
   * @param page the one that is missing, null for the first
   */
  private record BrokenOff(Instant beganAt, @Nullable String page, Gathering gathering) {

    boolean isOf(Look look) {
      return beganAt.equals(look.beganAt()) && Objects.equals(page, look.page());
    }

    BrokenOff at(String nextPage) {
      return new BrokenOff(beganAt, nextPage, gathering);
    }
  }
}
