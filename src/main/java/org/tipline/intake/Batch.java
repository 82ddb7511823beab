package org.tipline.intake;

import static java.util.stream.Collectors.toSet;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/**
 * Deliveries that are this instance's to sort.
 *
 * @param until when they are anybody's again
 */
record Batch(List<Opened> deliveries, Instant until) {

  Set<UUID> lanes() {
    return deliveries.stream().flatMap(opened -> opened.lanes().stream()).collect(toSet());
  }

  /** In groups that have no sender in common; in each the order is that of the batch. */
  List<List<Opened>> bySender() {
    var groups = new ArrayList<Group>();
    for (var opened : deliveries) {
      var same = groups.stream().filter(group -> group.shares(opened.lanes())).toList();
      groups.removeAll(same);
      groups.add(Group.of(same, opened));
    }
    return groups.stream().map(Group::deliveries).toList();
  }

  private record Group(List<Opened> deliveries, Set<UUID> lanes) {

    static Group of(Collection<Group> before, Opened opened) {
      var deliveries = new ArrayList<Opened>();
      var lanes = new HashSet<>(opened.lanes());
      for (var group : before) {
        deliveries.addAll(group.deliveries());
        lanes.addAll(group.lanes());
      }
      deliveries.add(opened);
      return new Group(deliveries, lanes);
    }

    boolean shares(Set<UUID> others) {
      return others.stream().anyMatch(lanes::contains);
    }
  }
}
