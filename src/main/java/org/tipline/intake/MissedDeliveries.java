package org.tipline.intake;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.tipline.channel.ChannelName;
import org.tipline.channel.DeliveryUnavailable;
import org.tipline.channel.HeldDelivery;
import org.tipline.channel.HeldPage;
import org.tipline.channel.ListingChannel;
import org.tipline.channel.ProviderAway;

/**
 * Looks through a provider's list for what never reached us and puts it through the door, under the
 * key it would have had: whether the provider's call or this comes first, it is one delivery.
 */
@Component
class MissedDeliveries {

  static final String LOOKING = "look for missed deliveries";

  /** A list may show late what was sent early. */
  static final Duration OVERLAP = Duration.ofHours(24);

  /** The provider's own call has more to say than its list and is given the time to come. */
  static final Duration GRACE = Duration.ofMinutes(1);

  private static final Logger log = LoggerFactory.getLogger(MissedDeliveries.class);

  private final Looks looks;
  private final Deliveries deliveries;
  private final Intake intake;
  private final Troubles troubles;
  private final Clock clock;

  MissedDeliveries(
      Looks looks, Deliveries deliveries, Intake intake, Troubles troubles, Clock clock) {
    this.looks = looks;
    this.deliveries = deliveries;
    this.intake = intake;
    this.troubles = troubles;
    this.clock = clock;
  }

  /** Looks through the whole list, from where the last try broke off. */
  void collect(ListingChannel channel) throws LookBroken {
    var look = looks.begin(channel.name());
    try {
      var left = collect(channel, look);
      if (!left.isEmpty()) {
        throw unfinished(look, left);
      }
      looks.finish(look);
      troubles.clear(channel.name(), LOOKING);
    } catch (ProviderAway e) {
      throw broken(look, String.valueOf(e.getMessage()), e.after().orElse(null), e);
    } catch (StoreAway e) {
      throw broken(look, "What was found could not be kept.", null, e);
    } catch (RuntimeException e) {
      throw broken(look, "Something here failed: " + e.getClass().getSimpleName() + ".", null, e);
    }
  }

  private LookBroken unfinished(Look look, Map<String, String> left) {
    looks.turnBack(look);
    var first = left.entrySet().iterator().next();
    var reason = first.getKey() + ": " + first.getValue();
    troubles.add(
        look.channel(),
        LOOKING,
        "Could not collect %d missed deliveries, will try again. %s"
            .formatted(left.size(), reason));
    if (look.failures() == 1) {
      log.warn(
          "{} gives out all but {} missed deliveries, will try again; {}",
          look.channel(),
          left.size(),
          reason);
    }
    return LookBroken.unfinished();
  }

  private LookBroken broken(Look look, String reason, @Nullable Duration after, Exception cause) {
    troubles.add(look.channel(), LOOKING, "Could not " + LOOKING + ". " + reason);
    if (look.failures() == 1) {
      log.warn("{} could not {}, will try again: {}", look.channel(), LOOKING, reason);
    }
    return new LookBroken(look.failures(), after, cause);
  }

  /**
   * All pages; what could not be had comes back by key. A list that comes back to a page it had
   * before would never end.
   */
  private Map<String, String> collect(ListingChannel channel, Look look)
      throws ProviderAway, StoreAway {
    var left = new LinkedHashMap<String, String>();
    var seen = new HashSet<String>();
    var page = channel.list(since(look), look.page());
    take(channel.name(), since(look), page, left);
    while (page.next() != null && seen.add(page.next())) {
      looks.turn(channel.name(), page.next());
      page = channel.list(since(look), page.next());
      take(channel.name(), since(look), page, left);
    }
    return left;
  }

  /** A clock that was ahead when the last look ended must not hide what came since. */
  private Instant since(Look look) {
    var now = clock.instant();
    var until = look.lookedUntil().isBefore(now) ? look.lookedUntil() : now;
    return until.minus(OVERLAP);
  }

  /** In the order the readers sent them. */
  private void take(ChannelName channel, Instant since, HeldPage page, Map<String, String> left)
      throws ProviderAway, StoreAway {
    var now = clock.instant();
    var keys = page.deliveries().stream().map(HeldDelivery::key).toList();
    var known = deliveries.known(channel, keys);
    var missed =
        page.deliveries().stream()
            .filter(held -> !known.contains(held.key()))
            .filter(held -> isDue(held, since, now))
            .sorted(Comparator.comparing(held -> takenAt(held, now)))
            .toList();
    for (var held : missed) {
      try {
        intake.accept(held.collect(takenAt(held, now)));
      } catch (DeliveryUnavailable e) {
        left.put(held.key(), String.valueOf(e.getMessage()));
      }
    }
    if (!missed.isEmpty()) {
      log.info("{} deliveries of {} had not reached us and were collected", missed.size(), channel);
    }
  }

  private static boolean isDue(HeldDelivery held, Instant since, Instant now) {
    var takenAt = held.takenAt();
    return takenAt == null || (!takenAt.isBefore(since) && !takenAt.isAfter(now.minus(GRACE)));
  }

  private static Instant takenAt(HeldDelivery held, Instant now) {
    var takenAt = held.takenAt();
    return takenAt == null ? now : takenAt;
  }
}
