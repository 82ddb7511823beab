package org.tipline.moderation;

import static java.util.stream.Collectors.toMap;

import java.util.List;
import java.util.Map;
import org.tipline.account.Sight;

/**
 * Somebody opened or left a tip, here or at another instance. Published at most a few times a
 * second, outside any transaction.
 *
 * @param readers by reference: who reads it
 */
public record PresenceChanged(Map<String, TipReaders> readers) {

  /** By reference, of the desks somebody sees: who reads it. */
  public Map<String, List<PresentEditor>> seenBy(Sight sight) {
    return readers.entrySet().stream()
        .filter(entry -> sight.sees(entry.getValue().desk()))
        .collect(toMap(Map.Entry::getKey, entry -> entry.getValue().editors()));
  }
}
