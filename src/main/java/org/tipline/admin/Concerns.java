package org.tipline.admin;

import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;
import org.tipline.notify.NoticeCounts;
import org.tipline.notify.Notices;

/** What asks for a person, gathered from the rooms. */
@Component
class Concerns {

  private final ChannelRows channels;
  private final Notices notices;

  Concerns(ChannelRows channels, Notices notices) {
    this.channels = channels;
    this.notices = notices;
  }

  List<Concern> all() {
    var found = new ArrayList<Concern>();
    addDeliveries(found);
    addNotices(found, notices.counts());
    return found;
  }

  private void addDeliveries(List<Concern> found) {
    var rows = channels.all();
    var parked = rows.stream().mapToInt(row -> row.activity().parked()).sum();
    if (parked > 0) {
      found.add(
          new Concern(
              count(parked, "delivery", "deliveries") + " could not be read.",
              "/admin/deliveries"));
    }
    rows.stream()
        .filter(ChannelRow::isTroubled)
        .map(
            row ->
                new Concern(
                    "The channel " + row.name() + " last met a failure.", "/admin/channels"))
        .forEach(found::add);
  }

  private static void addNotices(List<Concern> found, NoticeCounts counts) {
    if (counts.failed() > 0) {
      found.add(
          new Concern(
              count(counts.failed(), "notice", "notices") + " could not be sent.",
              "/admin/notices"));
    }
  }

  private static String count(int number, String one, String many) {
    return number + " " + (number == 1 ? one : many);
  }
}
