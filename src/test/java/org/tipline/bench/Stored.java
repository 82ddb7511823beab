package org.tipline.bench;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Locale;
import java.util.Map;

/** The door of a newsroom that holds a million tips, beside that of an empty one. */
final class Stored {

  private static final int CONNECTIONS = 16;

  private final Table table;

  Stored(Table table) {
    this.table = table;
  }

  void measure(Path folder) throws Exception {
    var tips = Sizes.number("stored", 1_000_000, 100_000);
    try (var empty = new Site(folder.resolve("empty"), Map.of());
        var full = new Site(folder.resolve("full"), Map.of())) {
      var seed = new Seed(full.sql());
      seed.archive(tips);
      seed.settle();
      new Accepting(empty, table).warmUp();
      new Accepting(full, table).warmUp();
      empty.withSorterHeld(() -> full.withSorterHeld(() -> measure(tips, empty, full)));
    }
  }

  private void measure(int tips, Site empty, Site full) throws Exception {
    var here = new ArrayList<Double>();
    var yardstick = new ArrayList<Double>();
    for (var round = 0; round < Sizes.rounds(); round++) {
      yardstick.add(accept(empty));
      here.add(accept(full));
    }
    table.addRatio(
        String.format(
            Locale.ROOT,
            "SMS accepted a second, %d connections, %,d tips stored, beside none",
            CONNECTIONS,
            tips),
        Spread.of(here),
        Spread.of(yardstick),
        Spread.ratio(here, yardstick),
        Aim.atLeast(0.95));
  }

  private static double accept(Site site) throws Exception {
    var round = HttpLoad.run(site.port(), CONNECTIONS, Sizes.round(), site.posts());
    site.forgetUnsorted();
    return round.perSecond();
  }
}
