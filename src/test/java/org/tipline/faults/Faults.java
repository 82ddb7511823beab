package org.tipline.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tipline.faults.Newsroom.awaitReceived;
import static org.tipline.faults.Newsroom.files;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.tipline.support.PackagedTipline;

/** What is done to a newsroom, and what must be true afterwards. */
final class Faults {

  private static final int CLIENTS = 16;
  private static final Duration PATIENCE = Duration.ofMinutes(15);

  /** The longest a reader waits for an answer while the database is away. */
  private static final long MOST_MILLIS = 4_000;

  private final Newsroom newsroom;
  private final PackagedTipline gateway;
  private final Table table;

  Faults(Newsroom newsroom, Table table) {
    this(newsroom, newsroom.gateway(), table);
  }

  /** With readers who reach the newsroom by that instance. */
  Faults(Newsroom newsroom, PackagedTipline gateway, Table table) {
    this.newsroom = newsroom;
    this.gateway = gateway;
    this.table = table;
  }

  /** What must be true once everything is sorted; to be asked when nothing is broken any more. */
  interface Check {

    void make() throws Exception;
  }

  /** Something that breaks and is mended again. */
  interface Outage {

    AutoCloseable begin() throws Exception;
  }

  /** The gateway is killed at any moment, every third time while it spools. */
  Check killGateway(int kills, int received) throws Exception {
    var ledger = new Ledger();
    var slowestStart = Duration.ZERO;
    try (var load = new Load(gateway, ledger, CLIENTS, 0)) {
      for (var kill = 1; kill <= kills; kill++) {
        awaitReceived(ledger, received / kills);
        var start = kill % 3 == 0 ? killWhileItSpools() : killAndRestart();
        slowestStart = start.compareTo(slowestStart) > 0 ? start : slowestStart;
      }
      assertThat(load).isNotNull();
    }
    assertThat(files(newsroom.spool("tmp"))).as("swept").isZero();
    assertThat(files(newsroom.gateway().folder().resolve("media/tmp"))).isZero();
    var slowest = slowestStart;
    return () -> gatewayWasKilled(kills, slowest, ledger);
  }

  private void gatewayWasKilled(int kills, Duration slowestStart, Ledger ledger) {
    newsroom.awaitSorted(PATIENCE);
    var figures = ledger.compare(newsroom.postgres().client());
    table.add(
        "gateway killed × " + kills,
        figures,
        "slowest start %.1f s".formatted(slowestStart.toMillis() / 1e3));
    assertNothingLostNorDoubled(figures);
  }

  private Duration killAndRestart() throws Exception {
    TimeUnit.MILLISECONDS.sleep(300 + random(1_200));
    newsroom.gateway().kill();
    return restart();
  }

  private Duration killWhileItSpools() throws Exception {
    try (var away = newsroom.postgres().frozen()) {
      TimeUnit.MILLISECONDS.sleep(3_300 + random(500));
      newsroom.gateway().kill();
      assertThat(away).isNotNull();
    }
    return restart();
  }

  private Duration restart() throws Exception {
    var began = System.nanoTime();
    newsroom.gateway().restart();
    return Duration.ofNanos(System.nanoTime() - began);
  }

  /** Two of three crashes take one session, the third every process of PostgreSQL. */
  Check crashPostgres(int crashes, int received) throws Exception {
    var ledger = new Ledger();
    try (var load = new Load(gateway, ledger, CLIENTS, 0)) {
      for (var crash = 1; crash <= crashes; crash++) {
        awaitReceived(ledger, received / crashes);
        if (crash % 3 == 2) {
          newsroom.postgres().crash();
        } else {
          newsroom.postgres().crashBackend();
        }
      }
      awaitReceived(ledger, 100);
      assertThat(load).isNotNull();
    }
    return () -> postgresWasCrashed(crashes, ledger);
  }

  private void postgresWasCrashed(int crashes, Ledger ledger) {
    newsroom.awaitSorted(PATIENCE);
    var figures = ledger.compare(newsroom.postgres().client());
    table.add("PostgreSQL crashed × " + crashes, figures, "");
    assertNothingLostNorDoubled(figures);
  }

  /** Readers go on at {@code perSecond} while the database is away for {@code time}. */
  Check databaseAway(String name, Duration time, int perSecond, Outage outage) throws Exception {
    var ledger = new Ledger();
    try (var load = new Load(gateway, ledger, CLIENTS, perSecond)) {
      awaitReceived(ledger, perSecond);
      try (var away = outage.begin()) {
        TimeUnit.MILLISECONDS.sleep(time.toMillis());
        assertThat(away).isNotNull();
      }
      TimeUnit.SECONDS.sleep(2);
      assertThat(load).isNotNull();
    }
    var title = name + " " + time.toSeconds() + " s at " + perSecond + "/s";
    return () -> databaseWasAway(title, ledger);
  }

  private void databaseWasAway(String title, Ledger ledger) {
    var backlog = newsroom.awaitSorted(List.of(gateway), Duration.ofSeconds(60));
    var figures = ledger.compare(newsroom.postgres().client());
    table.add(
        title,
        figures,
        "in the queue %.0f s after; mail 451 × %d; 503 × %d"
            .formatted(backlog.toMillis() / 1e3, ledger.answers("EMAIL 451"), unavailable(ledger)));
    assertNothingLostNorDoubled(figures);
    assertThat(unavailable(ledger)).isZero();
    assertThat(figures.outOfOrder()).isZero();
    assertThat(figures.slowestMillis()).isLessThanOrEqualTo(MOST_MILLIS);
  }

  private static int unavailable(Ledger ledger) {
    return ledger.answers("SMS 503") + ledger.answers("WHATSAPP 503") + ledger.answers("WEB 503");
  }

  /** While the database is away the spool can take nothing: nobody may hear "received". */
  Check spoolAway(String name, PackagedTipline instance, Outage outage) throws Exception {
    var told = new ArrayList<String>();
    var ledger = new Ledger();
    try (var away = newsroom.postgres().stopped();
        var broken = outage.begin()) {
      for (var client : Client.values()) {
        var message = message();
        ledger.sent(message);
        var code = client.send(instance, message);
        ledger.answered(client, message, code, 0);
        told.add(code);
      }
      assertThat(away).isNotNull();
      assertThat(broken).isNotNull();
    }
    table.add("database away, spool " + name, "told " + String.join(", ", told));
    assertThat(ledger.received()).isZero();
    return () -> {
      newsroom.awaitSorted(PATIENCE);
      assertNothingLostNorDoubled(ledger.compare(newsroom.postgres().client()));
    };
  }

  /** Whole files of the spool are cut short at twenty places. */
  void tornFiles() throws Exception {
    var ledger = new Ledger();
    try (var away = newsroom.postgres().stopped()) {
      for (var n = 0; n < 20; n++) {
        var message = message();
        ledger.sent(message);
        ledger.answered(Client.SMS, message, Client.SMS.send(newsroom.gateway(), message), 0);
      }
      assertThat(away).isNotNull();
      assertThat(ledger.received()).isEqualTo(20);
      tearCopies(newsroom.spool("new"));
    }
    newsroom.awaitSorted(PATIENCE);
    var parked = files(newsroom.spool("bad"));
    var figures = ledger.compare(newsroom.postgres().client());
    table.add("spool files torn at 20 places", figures, parked + " put aside");
    assertThat(parked).isEqualTo(20);
    assertThat(newsroom.gateway().console()).contains("of the spool is parked in");
    assertNothingLostNorDoubled(figures);
  }

  /** Beside each whole one a copy under another name of ours, with its end missing. */
  private static void tearCopies(Path folder) throws IOException {
    List<Path> whole;
    try (var files = Files.list(folder)) {
      whole = files.toList();
    }
    for (var n = 0; n < whole.size(); n++) {
      var content = Files.readAllBytes(whole.get(n));
      var name = whole.get(n).getFileName().toString();
      var torn = folder.resolve("0" + name.substring(1));
      Files.write(torn, Arrays.copyOf(content, content.length * n / whole.size()));
    }
  }

  static Client.Message message() {
    var id = UUID.randomUUID().toString().replace("-", "");
    return new Client.Message(id, "+2547" + String.format("%08d", random(100_000_000)), 0);
  }

  static int random(int below) {
    return (int) (Math.random() * below);
  }

  static void assertNothingLostNorDoubled(Ledger.Figures figures) {
    assertThat(figures.lost()).as("lost").isZero();
    assertThat(figures.doubled()).as("doubled").isZero();
  }
}
