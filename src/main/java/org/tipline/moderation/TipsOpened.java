package org.tipline.moderation;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;

import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * New tips wait in the queue; published inside the transaction that opens them, so that whoever
 * listens needs one statement for all of them.
 */
public record TipsOpened(List<TipOpened> tips) {

  public TipsOpened {
    tips = List.copyOf(tips);
  }

  public List<UUID> ids() {
    return tips.stream().map(TipOpened::tipId).toList();
  }

  /** The ids by the desk they wait at. */
  public Map<UUID, List<UUID>> byDesk() {
    return tips.stream()
        .collect(groupingBy(TipOpened::deskId, mapping(TipOpened::tipId, toList())));
  }
}
