package org.tipline.bench;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import java.util.function.ToDoubleFunction;
import java.util.regex.Pattern;

/** A hundred SMS a second for an hour: what grows now grows for ever. For Linux. */
final class Hour {

  private static final int CONNECTIONS = 4;
  private static final int LOOKS = 60;
  private static final Pattern USED = Pattern.compile("used (\\d+)K");

  /** Rows come and go here, so that only what is not cleared away lets them grow. */
  private static final String PASSING =
      """
      select coalesce(sum(pg_total_relation_size(oid)), 0) from pg_class
      where relname in ('sender_lanes', 'tip_words_due', 'scheduled_tasks', 'scheduled_media', 'scheduled_replies')
      """;

  private final Table table;

  Hour(Table table) {
    this.table = table;
  }

  void measure(Path folder) throws Exception {
    var time = Sizes.seconds("hour", 3_600, 300);
    try (var site = new Site(folder, Map.of())) {
      var looks = new ArrayList<Look>();
      for (var n = 0; n < LOOKS; n++) {
        HttpLoad.run(
            site.port(), CONNECTIONS, time.dividedBy(LOOKS), paced(site.posts(), perSecond()));
        looks.add(look(site));
      }
      add("heap after a collection, MB", looks, Look::heap);
      add("threads", looks, Look::threads);
      add("open descriptors", looks, Look::descriptors);
      add("tables whose rows come and go, MB", looks, Look::passing);
    }
  }

  private static int perSecond() {
    return Sizes.number("perSecond", 100, 100);
  }

  private static Supplier<byte[]> paced(Supplier<byte[]> posts, int perSecond) {
    var between = Duration.ofSeconds(1).toNanos() / perSecond;
    var due = new long[] {System.nanoTime()};
    return () -> {
      try {
        due[0] += between;
        TimeUnit.NANOSECONDS.sleep(due[0] - System.nanoTime());
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
      return posts.get();
    };
  }

  /** The second quarter beside the last: the first is for warming up. */
  private void add(String what, List<Look> looks, ToDoubleFunction<Look> figure) {
    var quarter = looks.size() / 4;
    var early = Spread.of(looks.subList(quarter, 2 * quarter), figure);
    var late = Spread.of(looks.subList(3 * quarter, looks.size()), figure);
    var ratio = late.median() / early.median();
    table.addRatio(
        "at %d/s, last quarter beside the second: %s".formatted(perSecond(), what),
        late,
        early,
        new Spread(ratio, ratio, ratio),
        Aim.atMost(1.1));
  }

  private static Look look(Site site) throws IOException, InterruptedException {
    var process = Path.of("/proc/" + site.gateway().pid());
    return new Look(
        heap(site), count(process.resolve("task")), count(process.resolve("fd")), passing(site));
  }

  private static double passing(Site site) {
    return site.sql().sql(PASSING).query(Long.class).single() / 1e6;
  }

  private static double count(Path folder) throws IOException {
    try (var entries = Files.list(folder)) {
      return entries.count();
    }
  }

  private static double heap(Site site) throws IOException, InterruptedException {
    ask(site, "GC.run");
    var used = USED.matcher(ask(site, "GC.heap_info"));
    return used.find() ? Long.parseLong(used.group(1)) / 1e3 : 0;
  }

  private static String ask(Site site, String command) throws IOException, InterruptedException {
    var java = Path.of(ProcessHandle.current().info().command().orElseThrow());
    var jcmd =
        new ProcessBuilder(
                java.resolveSibling("jcmd").toString(),
                String.valueOf(site.gateway().pid()),
                command)
            .redirectErrorStream(true)
            .start();
    var said = new String(jcmd.getInputStream().readAllBytes(), US_ASCII);
    jcmd.waitFor();
    return said;
  }

  private record Look(double heap, double threads, double descriptors, double passing) {}
}
