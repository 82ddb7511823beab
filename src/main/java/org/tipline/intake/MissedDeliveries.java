package org.tipline.intake;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.tipline.channel.ChannelName;
import org.tipline.channel.DeliveryUnavailable;
import org.tipline.channel.ListingChannel;
import org.tipline.channel.ProviderAway;

/**
 * Looks through a provider's list for what never reached us and puts it through the door, under the
 * key it would have had: whether the provider's call or this comes first, it is one delivery.
 */
@Component
class MissedDeliveries {

  static final String LOOKING = "look for missed deliveries";

  /** A few KB each. Of more than that the list is gone through as often as it takes. */
  private static final int MOST_AT_ONCE = 5_000;

  private static final Logger log = LoggerFactory.getLogger(MissedDeliveries.class);

  private final Looks looks;
  private final ProviderList list;
  private final Intake intake;
  private final Troubles troubles;

  MissedDeliveries(Looks looks, ProviderList list, Intake intake, Troubles troubles) {
    this.looks = looks;
    this.list = list;
    this.intake = intake;
    this.troubles = troubles;
  }

  /** Looks through the whole list, from where the last try broke off. */
  void collect(ListingChannel channel) throws LookBroken {
    collect(channel, MOST_AT_ONCE);
  }

  void collect(ListingChannel channel, int atOnce) throws LookBroken {
    var look = looks.begin(channel.name());
    try {
      var left = collect(channel, look, atOnce);
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
    var first = left.entrySet().iterator().next();
    var reason = first.getKey() + ": " + first.getValue();
    troubles.add(
        look.channel(),
        LOOKING,
        "Could not collect all missed deliveries, will try again; left: %d. %s"
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

  /** The oldest first, whatever order the list has; what could not be had comes back by key. */
  private Map<String, String> collect(ListingChannel channel, Look look, int atOnce)
      throws ProviderAway, StoreAway {
    var left = new LinkedHashMap<String, String>();
    var gathered = list.gather(channel, look, atOnce, left.keySet());
    accept(channel.name(), gathered, left);
    while (gathered.isCut()) {
      gathered = list.gather(channel, look, atOnce, left.keySet());
      accept(channel.name(), gathered, left);
    }
    return left;
  }

  private void accept(ChannelName channel, Gathering gathered, Map<String, String> left)
      throws ProviderAway, StoreAway {
    var missed = gathered.oldestFirst();
    for (var found : missed) {
      try {
        intake.accept(found.held().collect(found.takenAt()));
      } catch (DeliveryUnavailable e) {
        left.put(found.held().key(), String.valueOf(e.getMessage()));
      }
    }
    if (!missed.isEmpty()) {
      log.info("{} deliveries of {} had not reached us and were looked up", missed.size(), channel);
    }
  }
}
