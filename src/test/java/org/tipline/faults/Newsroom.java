package org.tipline.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.tipline.support.PackagedTipline;

/** The packaged application and its PostgreSQL, both processes of their own, to be broken. */
final class Newsroom implements AutoCloseable {

  private final Path folder;
  private final OwnPostgres postgres;
  private final PackagedTipline gateway;

  Newsroom(Path folder) throws IOException, InterruptedException {
    this.folder = folder;
    this.postgres = new OwnPostgres(folder);
    this.gateway = gateway("one", postgres.url(), Map.of());
  }

  /** One more instance in a folder of its own, with the keys of the first. */
  PackagedTipline gateway(String name, String database, Map<String, String> settings)
      throws IOException, InterruptedException {
    return gateway(name, database, settings, List.of());
  }

  /** The same through a program that becomes it. */
  PackagedTipline gateway(
      String name, String database, Map<String, String> settings, List<String> launcher)
      throws IOException, InterruptedException {
    var environment = new HashMap<>(environment(database));
    if (!name.equals("one")) {
      var keys = gateway.folder().resolve("keys");
      environment.put("TIPLINE_SEAL_KEY", keys.resolve("seal.json").toString());
      environment.put("TIPLINE_SEAL_INDEXKEY", keys.resolve("index.json").toString());
    }
    environment.putAll(settings);
    return new PackagedTipline(
        Files.createDirectories(folderOf(name)), environment, PackagedTipline.PACKAGED, launcher);
  }

  /** Where an instance works, with its data folder in it. */
  Path folderOf(String name) {
    return folder.resolve(name);
  }

  private static Map<String, String> environment(String database) {
    return Map.ofEntries(
        Map.entry("SPRING_DATASOURCE_URL", database),
        Map.entry("SPRING_DATASOURCE_USERNAME", "postgres"),
        Map.entry("TIPLINE_TWILIO_ACCOUNTSID", Client.ACCOUNT),
        Map.entry("TIPLINE_TWILIO_AUTHTOKEN", Client.TOKEN),
        Map.entry("TIPLINE_CHANNELS_TWILIOSMS_NUMBER", "25170"),
        Map.entry("TIPLINE_CHANNELS_TWILIOWHATSAPP_NUMBER", "+254743570000"),
        Map.entry("TIPLINE_CHANNELS_EMAIL_ADDRESS", "wananchi@example.org"),
        Map.entry("TIPLINE_CHANNELS_WEB_POSTSPERNETWORK", "1000000"),
        Map.entry("TIPLINE_CHANNELS_WEB_POSTSPERMINUTE", "1000000"),
        Map.entry("TIPLINE_SPOOL_MINFREE", "1MB"),
        Map.entry("TIPLINE_SPOOL_MINFREEPERCENT", "0"));
  }

  OwnPostgres postgres() {
    return postgres;
  }

  PackagedTipline gateway() {
    return gateway;
  }

  Path spool(String part) {
    return gateway.folder().resolve("spool").resolve(part);
  }

  static int files(Path folder) throws IOException {
    try (var files = Files.list(folder)) {
      return (int) files.count();
    }
  }

  /** Waits until everything that was received is in the queue; how long it took. */
  Duration awaitSorted(Duration atMost) {
    return awaitSorted(List.of(gateway), atMost);
  }

  /** The same where any of these instances may have received it. */
  Duration awaitSorted(List<PackagedTipline> instances, Duration atMost) {
    var began = System.nanoTime();
    await()
        .atMost(atMost)
        .pollInterval(Duration.ofMillis(200))
        .ignoreExceptions()
        .until(() -> spooled(instances) == 0 && unsorted() == 0);
    return Duration.ofNanos(System.nanoTime() - began);
  }

  private static int spooled(List<PackagedTipline> instances) throws IOException {
    var count = 0;
    for (var instance : instances) {
      count += files(instance.folder().resolve("spool/new"));
    }
    return count;
  }

  private int unsorted() {
    return postgres
        .client()
        .sql("select count(*) from deliveries where state = 'RECEIVED'")
        .query(Integer.class)
        .single();
  }

  /** Lets clients send until {@code count} more tips are received. */
  static void awaitReceived(Ledger ledger, int count) throws InterruptedException {
    var wanted = ledger.received() + count;
    var deadline = System.nanoTime() + TimeUnit.MINUTES.toNanos(3);
    while (ledger.received() < wanted) {
      assertThat(System.nanoTime()).as("nothing is received").isLessThan(deadline);
      TimeUnit.MILLISECONDS.sleep(10);
    }
  }

  @Override
  public void close() throws IOException {
    gateway.close();
    postgres.close();
  }
}
