package org.tipline.admin;

import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;
import org.tipline.intake.OffChannels;
import org.tipline.intake.SpoolStatus;
import org.tipline.intake.SpoolWatch;
import org.tipline.notify.NoticeCounts;
import org.tipline.notify.Notices;
import org.tipline.reply.ReplyCounts;
import org.tipline.reply.ReplyTroubles;

/** What asks for a person, gathered from the rooms. */
@Component
class Concerns {

  private final ChannelRows channels;
  private final OffChannels offChannels;
  private final SpoolWatch spool;
  private final Notices notices;
  private final ReplyTroubles replies;

  Concerns(
      ChannelRows channels,
      OffChannels offChannels,
      SpoolWatch spool,
      Notices notices,
      ReplyTroubles replies) {
    this.channels = channels;
    this.offChannels = offChannels;
    this.spool = spool;
    this.notices = notices;
    this.replies = replies;
  }

  List<Concern> all() {
    var found = new ArrayList<Concern>();
    addDeliveries(found);
    addOffChannels(found);
    addSpool(found, spool.status());
    addNotices(found, notices.counts());
    addReplies(found, replies.counts());
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

  private void addOffChannels(List<Concern> found) {
    offChannels.all().stream()
        .map(
            off ->
                new Concern(
                    count(off.waiting(), "delivery waits", "deliveries wait")
                        + " for the channel "
                        + off.name()
                        + ", which is off here. What it brought is kept, and sorted once it is on.",
                    "/admin/channels"))
        .forEach(found::add);
  }

  private static void addSpool(List<Concern> found, SpoolStatus spool) {
    if (spool.waiting() > 0) {
      found.add(
          new Concern(
              count(spool.waiting(), "delivery waits", "deliveries wait")
                  + " in the spool of this machine for the database, the oldest for "
                  + AdminTime.length(spool.age())
                  + ".",
              "/admin/deliveries"));
    }
    if (spool.parked() > 0) {
      found.add(
          new Concern(
              count(spool.parked(), "file", "files") + " of the spool could not be read.",
              "/admin/deliveries"));
    }
    if (spool.refusal() != null) {
      found.add(
          new Concern(
              "The spool takes nothing: "
                  + spool.refusal()
                  + ". Without it an outage of the"
                  + " database turns readers away.",
              "/admin/deliveries"));
    }
  }

  private static void addNotices(List<Concern> found, NoticeCounts counts) {
    if (counts.failed() > 0) {
      found.add(
          new Concern(
              count(counts.failed(), "notice", "notices") + " could not be sent.",
              "/admin/notices"));
    }
  }

  private static void addReplies(List<Concern> found, ReplyCounts counts) {
    if (counts.failed() > 0) {
      found.add(
          new Concern(
              count(counts.failed(), "reply", "replies")
                  + " did not reach the reader in the last seven days.",
              "/admin/replies"));
    }
    if (counts.uncertain() > 0) {
      found.add(
          new Concern(
              count(counts.uncertain(), "reply", "replies") + " may or may not have been sent.",
              "/admin/replies"));
    }
  }

  private static String count(int number, String one, String many) {
    return number + " " + (number == 1 ? one : many);
  }
}
