package org.tipline.bench;

import java.util.ArrayList;
import java.util.List;

/**
 * Signed SMS accepted over HTTP beside the one-row limit: alone, with nothing sorted meanwhile, and
 * as it is in a flood, with the sorter at work on the same cores.
 */
final class Accepting {

  private static final List<Way> WAYS =
      List.of(new Way(1, 0.45, 4), new Way(16, 0.8, 8), new Way(64, 1.0, 20));

  private final Site site;
  private final Table table;

  Accepting(Site site, Table table) {
    this.site = site;
    this.table = table;
  }

  void measure() throws Exception {
    warmUp();
    try (var limit = new OneRowLimit(site.database(), 64, site.sealedBytes())) {
      limit.run(16, Sizes.round());
      for (var way : WAYS) {
        measureAlone(limit, way);
      }
      measureInFlood(limit);
    }
  }

  void warmUp() throws Exception {
    var time = Sizes.seconds("warmUp", 70, 8);
    HttpLoad.run(site.port(), 16, time.dividedBy(2), site.posts());
    site.awaitSorted();
    site.withSorterHeld(
        () -> {
          HttpLoad.run(site.port(), 16, time.dividedBy(2), site.posts());
          site.forgetUnsorted();
        });
  }

  private void measureAlone(OneRowLimit limit, Way way) throws Exception {
    var here = new ArrayList<Round>();
    var yardstick = new ArrayList<Round>();
    var work = new ArrayList<Double>();
    site.withSorterHeld(
        () -> {
          for (var round = 0; round < Sizes.rounds(); round++) {
            site.forgetUnsorted();
            yardstick.add(limit.run(way.connections, Sizes.round()));
            here.add(timed(way.connections, work));
          }
          site.forgetUnsorted();
        });
    add("SMS accepted a second, %d connections".formatted(way.connections), here, yardstick, way);
    addWork(work);
  }

  private void measureInFlood(OneRowLimit limit) throws Exception {
    var here = new ArrayList<Round>();
    var yardstick = new ArrayList<Round>();
    var work = new ArrayList<Double>();
    for (var round = 0; round < Sizes.rounds(); round++) {
      yardstick.add(limit.run(16, Sizes.round()));
      here.add(timed(16, work));
      site.awaitSorted();
    }
    add("the same, 16 connections, sorted meanwhile", here, yardstick, new Way(16, 0, 8));
    addWork(work);
  }

  /** Other work on the machine slows a round down, and takes nothing from what a call costs. */
  private Round timed(int connections, List<Double> work) throws Exception {
    var before = site.processorTime();
    var round = HttpLoad.run(site.port(), connections, Sizes.round(), site.posts());
    work.add(site.processorTime().minus(before).toNanos() / 1e3 / round.micros().length);
    return round;
  }

  private void addWork(List<Double> work) {
    table.add(
        "processor time of the application for one, µs", Spread.of(work).with(0), "", "", "", "");
  }

  private void add(String work, List<Round> here, List<Round> yardstick, Way way) {
    var rates = here.stream().map(Round::perSecond).toList();
    var limits = yardstick.stream().map(Round::perSecond).toList();
    table.addRatio(
        work,
        Spread.of(rates),
        Spread.of(limits),
        Spread.ratio(rates, limits),
        Aim.atLeast(way.ratio));
    table.add(work + ": p99, ms", Spread.of(here, Round::p99), Aim.atMost(way.millis, "ms"));
  }

  private record Way(int connections, double ratio, double millis) {}
}
