package org.tipline.bench;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Map;

/** Mail taken by the listener, committed before the 250, beside a listener that keeps nothing. */
final class TakingMail {

  private final Table table;

  TakingMail(Table table) {
    this.table = table;
  }

  void measure(Path folder) throws Exception {
    try (var bare = BareListener.start(folder);
        var site = new Site(folder.resolve("gateway"), Map.of())) {
      new MailLoad(bare.port(), true).run(8, Sizes.seconds("warmUp", 20, 5));
      new MailLoad(site.gateway().smtpPort(), true).run(8, Sizes.seconds("warmUp", 70, 5));
      site.awaitSorted();
      site.withSorterHeld(
          () -> {
            for (var isKept : new boolean[] {false, true}) {
              for (var senders : new int[] {1, 8, 32}) {
                measure(site, bare, isKept, senders);
              }
            }
          });
    }
  }

  private void measure(Site site, BareListener bare, boolean isKept, int senders) throws Exception {
    var here = new ArrayList<Double>();
    var yardstick = new ArrayList<Double>();
    for (var round = 0; round < Sizes.rounds(); round++) {
      yardstick.add(new MailLoad(bare.port(), isKept).run(senders, Sizes.round()).perSecond());
      here.add(
          new MailLoad(site.gateway().smtpPort(), isKept).run(senders, Sizes.round()).perSecond());
      site.forgetUnsorted();
    }
    table.addRatio(
        "mails taken a second, %d %s connections".formatted(senders, isKept ? "kept" : "new"),
        Spread.of(here),
        Spread.of(yardstick),
        Spread.ratio(here, yardstick),
        Aim.atLeast(0.4));
  }
}
