package org.tipline.bench;

import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;

/**
 * From the signed call to a tip in the queue with a notice for each of five editors. So much is
 * sent that a little always waits for the sorter, and never more: what is sent is what is sorted.
 */
final class WholeWay {

  private static final int EDITORS = 5;
  private static final int CONNECTIONS = 16;
  private static final int MOST_WAITING = 256;

  private final Table table;

  WholeWay(Table table) {
    this.table = table;
  }

  void measure(Path folder) throws Exception {
    try (var mailServer = BareListener.start(folder);
        var site = new Site(folder.resolve("gateway"), settings(mailServer))) {
      new Seed(site.sql()).editors(EDITORS);
      tips(site, Sizes.seconds("warmUp", 70, 15));
      try (var limit = new OneRowLimit(site.database(), CONNECTIONS, site.sealedBytes())) {
        limit.run(CONNECTIONS, Sizes.round());
        measure(site, limit);
      }
    }
  }

  static Map<String, String> settings(BareListener mailServer) {
    return Map.of(
        "SPRING_MAIL_HOST", "127.0.0.1",
        "SPRING_MAIL_PORT", String.valueOf(mailServer.port()),
        "TIPLINE_NOTIFY_FROM", "desk@example.org");
  }

  private void measure(Site site, OneRowLimit limit) throws Exception {
    var time = Sizes.seconds("sustained", 60, 8);
    var here = new ArrayList<Double>();
    var yardstick = new ArrayList<Double>();
    var work = new ArrayList<Double>();
    for (var round = 0; round < Sizes.rounds(); round++) {
      yardstick.add(limit.run(CONNECTIONS, Sizes.round()).perSecond());
      var before = site.processorTime();
      var tips = tips(site);
      here.add(tips(site, time));
      work.add(site.processorTime().minus(before).toNanos() / 1e3 / Math.max(1, tips(site) - tips));
    }
    table.addRatio(
        "tips a second with %d notices each, for %d s".formatted(EDITORS, time.toSeconds()),
        Spread.of(here),
        Spread.of(yardstick),
        Spread.ratio(here, yardstick),
        Aim.atLeast(0.25));
    table.add(
        "processor time of the application for one, µs", Spread.of(work).with(0), "", "", "", "");
  }

  private static double tips(Site site, Duration time) throws Exception {
    var before = tips(site);
    var began = System.nanoTime();
    try (var flow = new Flow(site)) {
      HttpLoad.run(site.port(), CONNECTIONS, time, flow);
    }
    site.awaitSorted();
    return (tips(site) - before) / ((System.nanoTime() - began) / 1e9);
  }

  private static int tips(Site site) {
    return site.sql().sql("select count(*) from tips").query(Integer.class).single();
  }

  /** Holds the sender up while enough waits for the sorter. */
  private static final class Flow implements Supplier<byte[]>, AutoCloseable {

    private final TwilioPosts posts;
    private final AtomicInteger waiting = new AtomicInteger();
    private volatile boolean running = true;

    Flow(Site site) {
      this.posts = site.posts();
      Thread.ofPlatform().start(() -> look(site));
    }

    private void look(Site site) {
      try (var connection = site.connection();
          var count =
              connection.prepareStatement(
                  "select count(*) from deliveries where state = 'RECEIVED'")) {
        while (running) {
          try (var row = count.executeQuery()) {
            row.next();
            waiting.set(row.getInt(1));
          }
          TimeUnit.MILLISECONDS.sleep(20);
        }
      } catch (SQLException e) {
        throw new IllegalStateException(e);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    }

    @Override
    public byte[] get() {
      try {
        while (waiting.incrementAndGet() > MOST_WAITING) {
          TimeUnit.MILLISECONDS.sleep(2);
        }
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
      return posts.get();
    }

    @Override
    public void close() {
      running = false;
    }
  }
}
