package org.tipline.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.tipline.support.TwilioCaller;

/**
 * From the moment a call leaves to the event on an open desk, and to the notice in the hands of the
 * mail server; one tip at a time, as in a quiet hour.
 */
final class Shown {

  private static final long MOST_SECONDS = 30;

  private final Table table;

  Shown(Table table) {
    this.table = table;
  }

  void measure(Path folder) throws Exception {
    try (var mailServer = new Postman();
        var site = new Site(folder, settings(mailServer));
        var streams = new Streams(site, 10)) {
      for (var n = 0; n < 20; n++) {
        send(site);
      }
      measureStream(site, streams);
      measureNotice(site, mailServer);
    }
  }

  /** Every tip has a notice of its own, however soon it comes after the last. */
  private static Map<String, String> settings(Postman mailServer) {
    return Map.of(
        "SPRING_MAIL_HOST", "127.0.0.1",
        "SPRING_MAIL_PORT", String.valueOf(mailServer.port()),
        "TIPLINE_NOTIFY_FROM", "desk@example.org",
        "TIPLINE_NOTIFY_QUIET", "1ms");
  }

  private void measureStream(Site site, Streams streams) throws Exception {
    var rounds = new ArrayList<Round>();
    for (var round = 0; round < Sizes.rounds(); round++) {
      var samples = new Samples();
      for (var n = 0; n < Sizes.number("shown", 200, 20); n++) {
        settle();
        var before = streams.changes();
        var began = System.nanoTime();
        send(site);
        samples.add(await(() -> streams.changes() > before) - began);
      }
      rounds.add(Round.of(List.of(samples.toArray()), 1));
    }
    table.add(
        "accept to shown on an open desk: p50, ms",
        Spread.of(rounds, Round::p50),
        Aim.atMost(300, "ms"));
    table.add(
        "accept to shown on an open desk: p99, ms",
        Spread.of(rounds, Round::p99),
        Aim.atMost(300, "ms"));
  }

  private void measureNotice(Site site, Postman mailServer) throws Exception {
    var rounds = new ArrayList<Round>();
    for (var round = 0; round < Sizes.rounds(); round++) {
      var samples = new Samples();
      for (var n = 0; n < Sizes.number("notices", 20, 5); n++) {
        TimeUnit.SECONDS.sleep(1);
        var before = mailServer.taken();
        var began = System.nanoTime();
        send(site);
        samples.add(await(() -> mailServer.taken() > before) - began);
      }
      rounds.add(Round.of(List.of(samples.toArray()), 1));
    }
    table.add(
        "accept to notice handed over: worst, ms",
        Spread.of(rounds, round -> round.percentile(1)),
        Aim.atMost(2_000, "ms"));
  }

  /** So that what the last one set off is over, and not always at the same point of a beat. */
  private static void settle() throws InterruptedException {
    TimeUnit.MILLISECONDS.sleep(ThreadLocalRandom.current().nextLong(500, 900));
  }

  private static void send(Site site) throws Exception {
    var twilio =
        new TwilioCaller(
            site.gateway().base(), site.gateway().base().toString(), Site.ACCOUNT, Site.TOKEN);
    var sid = TwilioCaller.messageSid();
    var from = "+2547" + ThreadLocalRandom.current().nextInt(10_000_000, 99_999_999);
    var answer = twilio.message("twilio-sms", sid, from, "Mafuriko " + sid, Map.of());
    assertThat(answer.statusCode()).isEqualTo(200);
  }

  private static long await(BooleanSupplier happened) throws InterruptedException {
    var until = System.nanoTime() + TimeUnit.SECONDS.toNanos(MOST_SECONDS);
    while (!happened.getAsBoolean() && System.nanoTime() < until) {
      TimeUnit.MICROSECONDS.sleep(200);
    }
    assertThat(happened.getAsBoolean()).isTrue();
    return System.nanoTime();
  }
}
