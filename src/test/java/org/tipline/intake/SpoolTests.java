package org.tipline.intake;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.zaxxer.hikari.HikariDataSource;
import io.micrometer.core.instrument.MeterRegistry;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.health.contributor.Status;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.tipline.channel.ChannelName;
import org.tipline.channel.Delivery;
import org.tipline.folder.DataFolder;
import org.tipline.support.NewsroomTest;
import org.tipline.support.Rehearsal;
import org.tipline.support.RehearsalChannel;
import org.tipline.support.SettableClock;
import org.tipline.support.StoreAway;

@NewsroomTest
class SpoolTests {

  private final String key = UUID.randomUUID().toString();
  private final String sender = "+254199" + key;

  @Autowired private StoreAway store;
  @Autowired private DataFolder data;
  @Autowired private SpoolWatch watch;
  @Autowired private SpoolHealthIndicator health;
  @Autowired private Spool spool;
  @Autowired private SpoolSeal seal;
  @Autowired private Intake intake;
  @Autowired private Breaker breaker;
  @Autowired private HikariDataSource connections;
  @Autowired private JdbcClient jdbc;
  @Autowired private SettableClock clock;
  @Autowired private MeterRegistry meters;

  @LocalServerPort private int port;

  private Rehearsal rehearsal;
  private Path waiting;
  private Path bad;

  @BeforeEach
  void settle() {
    rehearsal = new Rehearsal(port);
    waiting = data.part("spool/new");
    bad = data.part("spool/bad");
    await().until(() -> !spool.isInUse());
  }

  @AfterEach
  void clearAway() throws IOException {
    await().until(() -> !spool.isInUse());
    for (var folder : new Path[] {bad, data.part("spool/why")}) {
      try (var files = Files.newDirectoryStream(folder)) {
        for (var file : files) {
          Files.delete(file);
        }
      }
    }
  }

  @Test
  void hangingDatabaseCostsTheFirstReaderThreeSecondsAndTheNextOnesNothing() throws Exception {
    try (var away = store.begin(StoreAway.Way.HANGING)) {
      assertThatThrownBy(() -> intake.find(delivery("0"))).isInstanceOf(DatabaseAway.class);
      assertThat(breaker.isOpen()).isFalse();
      assertThat(millisToReceive("1")).as("%s", away).isBetween(2_000L, 4_000L);
      assertThat(millisToReceive("2")).isLessThan(1_000);
    }
    await().ignoreExceptions().until(() -> submissions() == 2);
  }

  @Test
  void repeatIsLookedUpOnTheDoorsOwnConnections() throws Exception {
    assertThat(intake.accept(form("once"))).isEqualTo(Acceptance.NEW);
    var taken = new ArrayList<Connection>();
    try {
      for (var n = 0; n < connections.getMaximumPoolSize(); n++) {
        taken.add(connections.getConnection());
      }
      assertThat(intake.accept(form("once"))).isEqualTo(Acceptance.REPEAT);
      assertThat(intake.accept(form("other"))).isEqualTo(Acceptance.OTHER);
      assertThat(breaker.isOpen()).isFalse();
    } finally {
      for (var connection : taken) {
        connection.close();
      }
    }
  }

  @Test
  void fileThatCannotBeComparedHoldsUpNoneBesideIt() throws Exception {
    intake.accept(form("once"));
    jdbc.sql("update deliveries set sealed = 'torn' where key = ?").param(key).update();
    try (var away = store.begin(StoreAway.Way.READ_ONLY)) {
      assertThat(intake.accept(form("once"))).as("%s", away).isEqualTo(Acceptance.SPOOLED);
      assertThat(receive("1")).isEqualTo(200);
    }
    await().ignoreExceptions().until(() -> submissions() == 1 && files().size() == 1);
    jdbc.sql("delete from deliveries where key = ?").param(key).update();
  }

  @Test
  void messagesOfOneReaderStayInOrderAcrossTheOutage() throws Exception {
    try (var away = store.begin(StoreAway.Way.READ_ONLY)) {
      for (var n = 0; n < 80; n++) {
        assertThat(receive(String.valueOf(n))).as("%s", away).isEqualTo(200);
      }
    }
    for (var n = 80; n < 160; n++) {
      assertThat(receive(String.valueOf(n))).isEqualTo(200);
    }
    await().ignoreExceptions().until(() -> submissions() == 160);
    assertThat(
            jdbc.sql(
                    "select text from submissions where external_id like ? || '-%' order by"
                        + " received_at, id")
                .param(key)
                .query(String.class)
                .list())
        .isSortedAccordingTo(
            (one, other) -> Integer.compare(Integer.parseInt(one), Integer.parseInt(other)));
  }

  @Test
  void repeatOfASpooledDeliveryIsAnsweredLikeTheFirstAndStoredOnce() throws Exception {
    try (var away = store.begin(StoreAway.Way.READ_ONLY)) {
      assertThat(receive("1")).as("%s", away).isEqualTo(200);
      assertThat(receive("1")).isEqualTo(200);
      assertThat(
              intake.find(
                  new Delivery(
                      RehearsalChannel.NAME, key + "-1", clock.instant(), Map.of(), new byte[0])))
          .contains(Acceptance.REPEAT);
    }
    assertThat(receive("1")).isEqualTo(200);

    await().ignoreExceptions().until(() -> submissions() == 1 && !spool.isInUse());
    assertThat(receive("1")).isEqualTo(200);
    assertThat(deliveries()).isEqualTo(1);
  }

  @Test
  void fileIsSealedAndItsOwnersOnly() throws Exception {
    try (var away = store.begin(StoreAway.Way.READ_ONLY)) {
      assertThat(rehearsal.message(sender, key + "-1", "the minister's driver")).isEqualTo(200);
      var file = waiting.resolve(files().getFirst());
      assertThat(new String(Files.readAllBytes(file), ISO_8859_1))
          .as("%s", away)
          .doesNotContain("driver", key);
      assertThat(file.getFileName().toString()).doesNotContain(key);
      assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
          .isEqualTo("rw-------");
    }
    await().ignoreExceptions().until(() -> submissions() == 1);
  }

  @Test
  void tornFilesArePutAsideAndTheOthersGoOn() throws Exception {
    var whole = letter("whole");
    var content = seal.seal(delivery("whole"), whole);
    for (var part = 0; part < 20; part++) {
      var torn = letter("torn" + part);
      var length = content.length * part / 20;
      Files.write(waiting.resolve(torn.toString()), Arrays.copyOf(content, length));
    }
    Files.write(waiting.resolve(whole.toString()), content);

    await().ignoreExceptions().until(() -> submissions() == 1 && watch.status().parked() == 20);
    assertThat(watch.parked())
        .allSatisfy(file -> assertThat(file.reason()).containsAnyOf("torn", "empty"));
  }

  @Test
  void whateverElseLiesThereIsPutAsideWithItsReason() throws Exception {
    Files.writeString(waiting.resolve("shopping list"), "milk");
    Files.createDirectory(waiting.resolve(letter("folder").toString()));
    Files.createSymbolicLink(waiting.resolve(letter("link").toString()), Path.of("/etc/hostname"));
    Files.write(waiting.resolve(letter("version").toString()), new byte[] {2, 1, 1, 1});
    var moved = seal.seal(delivery("moved"), letter("moved"));
    Files.write(waiting.resolve(letter("elsewhere").toString()), moved);

    await().ignoreExceptions().until(() -> watch.status().parked() == 5 && !spool.isInUse());
    assertThat(watch.parked())
        .extracting(ParkedSpoolFile::reason)
        .containsExactlyInAnyOrder(
            "Its name is not one that Tipline gives.",
            "It is not a file.",
            "It is not a file.",
            "Another version of Tipline wrote it; start that one to read it.",
            "It does not open: it is torn or was changed, or its key is not in data/keys.");
    assertThat(submissions()).isZero();
    assertThat(Files.readString(bad.resolve("shopping list"))).isEqualTo("milk");
  }

  @Test
  void secondFileOfOneNameIsPutBesideTheFirst() throws Exception {
    for (var content : new String[] {"milk", "bread"}) {
      Files.writeString(waiting.resolve("list"), content);
      await().until(() -> !Files.exists(waiting.resolve("list")));
    }
    assertThat(Files.readString(bad.resolve("list"))).isEqualTo("milk");
    assertThat(Files.readString(bad.resolve("list.2"))).isEqualTo("bread");
  }

  @Test
  void deliveryThatTheDatabaseRefusesIsPutAsideAfterFiveTriesAndReadAgainOnDemand()
      throws Exception {
    var poison = key + "-\0";
    try (var away = store.begin(StoreAway.Way.READ_ONLY)) {
      assertThat(rehearsal.message(sender, poison, "x")).as("%s", away).isEqualTo(200);
      assertThat(receive("1")).isEqualTo(200);
    }
    await().ignoreExceptions().until(() -> watch.status().parked() == 1 && submissions() == 1);
    assertThat(watch.parked().getFirst().reason())
        .isEqualTo("The database refuses it: SQLSTATE 22021.");

    assertThat(watch.readAgain()).isEqualTo(1);
    await().ignoreExceptions().until(() -> watch.status().parked() == 1);
  }

  @Test
  void spoolWhoseFolderIsGoneIsNeverAYes() throws Exception {
    var aside = waiting.resolveSibling("aside");
    try (var away = store.begin(StoreAway.Way.READ_ONLY)) {
      Files.move(waiting, aside);
      assertThat(receive("1")).as("%s", away).isEqualTo(503);
      assertThat(watch.status().refusal()).contains("missing");
      Files.move(aside, waiting);
      assertThat(receive("1")).isEqualTo(200);
    }
    await().ignoreExceptions().until(() -> submissions() == 1);
  }

  @Test
  void spoolIsWatchedFromOutside() throws Exception {
    try (var away = store.begin(StoreAway.Way.READ_ONLY)) {
      receive("1");
      clock.pass(Duration.ofMinutes(3));
      assertThat(watch.status().waiting()).as("%s", away).isEqualTo(1);
      assertThat(watch.status().age()).isGreaterThanOrEqualTo(Duration.ofMinutes(3));
      assertThat(health.health().getStatus()).isEqualTo(Status.UP);
      assertThat(health.health().getDetails()).containsEntry("waiting", 1);
      assertThat(meters.get("tipline.spool.waiting").gauge().value()).isEqualTo(1);
      assertThat(meters.get("tipline.spool.oldest").timeGauge().value())
          .isGreaterThanOrEqualTo(180);
    }
    await().ignoreExceptions().until(() -> submissions() == 1);
    assertThat(meters.get("tipline.spool.drained").counter().count()).isPositive();
  }

  private List<String> files() throws IOException {
    try (var files = Files.list(waiting)) {
      return files.map(file -> file.getFileName().toString()).toList();
    }
  }

  private long millisToReceive(String number) throws Exception {
    var began = System.nanoTime();
    assertThat(receive(number)).isEqualTo(200);
    return Duration.ofNanos(System.nanoTime() - began).toMillis();
  }

  private int receive(String number) throws Exception {
    return rehearsal.message(sender, key + "-" + number, number);
  }

  private SpoolName letter(String number) {
    var hash = SpoolName.hash(RehearsalChannel.NAME, key + "-" + number);
    return new SpoolName(clock.millis() * 1_000, UUID.randomUUID(), hash);
  }

  private Delivery delivery(String number) {
    var id = key + "-" + number;
    var body = (id + "\n" + sender + "|" + id + "|" + number).getBytes(ISO_8859_1);
    return new Delivery(RehearsalChannel.NAME, id, clock.instant(), Map.of(), body);
  }

  private Delivery form(String text) {
    return new Delivery(
        new ChannelName("web"), key, clock.instant(), Map.of(), text.getBytes(ISO_8859_1));
  }

  private int submissions() {
    return count("select count(*) from submissions where external_id like ? || '-%'");
  }

  private int deliveries() {
    return count("select count(*) from deliveries where key like ? || '-%'");
  }

  private int count(String sql) {
    return jdbc.sql(sql).param(key).query(Integer.class).single();
  }
}
