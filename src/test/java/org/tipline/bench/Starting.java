package org.tipline.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;

/** From the command to a healthy newsroom, by both ways that the README knows; and its memory. */
final class Starting {

  private static final int STREAMS = 200;

  private final Table table;

  Starting(Table table) {
    this.table = table;
  }

  void measure(Path folder) throws Exception {
    var jar = Path.of(System.getProperty("tipline.jar"));
    var extracted = extract(jar, folder.resolve("app"));
    var cache = train(folder.resolve("training"), extracted);
    var plain = new ArrayList<Double>();
    var cached = new ArrayList<Double>();
    for (var round = 0; round < Sizes.rounds(); round++) {
      var own = folder.resolve("round" + round);
      plain.add(seconds(() -> site(own.resolve("jar"), jar)));
      cached.add(seconds(() -> site(own.resolve("aot"), extracted, "-XX:AOTCache=" + cache)));
    }
    table.add("start to healthy from the jar, s", Spread.of(plain), Aim.atMost(8, "s"));
    table.add("start to healthy with the AOT cache, s", Spread.of(cached), Aim.atMost(3, "s"));
    measureMemory(folder.resolve("memory"));
  }

  private static Site site(Path folder, Path jar, String... options)
      throws IOException, InterruptedException {
    var program = new ArrayList<>(List.of(options));
    program.addAll(List.of("-jar", jar.toString()));
    return new Site(folder, Map.of(), program);
  }

  private static Path extract(Path jar, Path to) throws IOException, InterruptedException {
    var code =
        new ProcessBuilder(
                ProcessHandle.current().info().command().orElseThrow(),
                "-Djarmode=tools",
                "-jar",
                jar.toString(),
                "extract",
                "--destination",
                to.toString())
            .inheritIO()
            .start()
            .waitFor();
    if (code != 0) {
      throw new IOException("the jar is not extracted: " + code);
    }
    return to.resolve(jar.getFileName());
  }

  /** What it needs while it starts, and while a tip comes in and is looked at. */
  private static Path train(Path folder, Path extracted) throws Exception {
    var cache = Files.createDirectories(folder).resolve("tipline.aot");
    try (var site = site(folder, extracted, "-XX:AOTCacheOutput=" + cache)) {
      HttpLoad.run(site.port(), 4, Duration.ofSeconds(5), site.posts());
      site.awaitSorted();
      new Seed(site.sql()).editors(1);
      new Desk(site).look(List.of("/desk", "/desk/live"), Duration.ofSeconds(5));
      // the cache is written once it ends by itself
      var process = ProcessHandle.of(site.gateway().pid()).orElseThrow();
      process.destroy();
      process.onExit().get(5, TimeUnit.MINUTES);
    }
    return cache;
  }

  private static double seconds(Callable<Site> start) throws Exception {
    var began = System.nanoTime();
    try (var site = start.call()) {
      var seconds = (System.nanoTime() - began) / 1e9;
      assertThat(site.gateway().pid()).isPositive();
      return seconds;
    }
  }

  private void measureMemory(Path folder) throws Exception {
    try (var site = new Site(folder, Map.of())) {
      var idle = site.gateway().residentMegabytes();
      HttpLoad.run(site.port(), 16, Sizes.seconds("load", 60, 10), site.posts());
      site.awaitSorted();
      var busy = site.gateway().residentMegabytes();
      long streaming;
      try (var streams = new Streams(site, STREAMS)) {
        var before = streams.heard();
        HttpLoad.run(site.port(), 4, Sizes.seconds("load", 60, 10), site.posts());
        site.awaitSorted();
        streaming = site.gateway().residentMegabytes();
        assertThat(streams.heard()).isGreaterThan(before + STREAMS);
      }
      addMemory("idle", idle, 400);
      addMemory("under load", busy, 400);
      addMemory("under load with " + STREAMS + " open desks", streaming, 500);
    }
  }

  private void addMemory(String when, long megabytes, int most) {
    var aim = Aim.atMost(most, "MB");
    table.add(
        "resident memory " + when + ", MB",
        String.valueOf(megabytes),
        "",
        "",
        aim.toString(),
        aim.verdict((double) megabytes));
  }
}
