package org.tipline.faults;

import static org.junit.jupiter.api.Assumptions.abort;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.tipline.faults.EditorsMail.Manner;
import org.tipline.support.PackagedTipline;

/**
 * Breaks what can break, with real processes, and holds what readers were told against the
 * database: {@code mvn verify -Pfaults}. Its sizes are system properties, {@code
 * -Dfaults.kills=10}.
 */
@Tag("faults")
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class FaultsIT {

  private static final Table TABLE = new Table();
  private static final int A_SECOND = Integer.getInteger("faults.perSecond", 50);

  @TempDir static Path folder;

  private static Newsroom newsroom;
  private static Faults faults;

  @BeforeAll
  static void open() throws Exception {
    newsroom = new Newsroom(folder);
    faults = new Faults(newsroom, TABLE);
  }

  @AfterAll
  static void close() throws IOException {
    TABLE.print();
    newsroom.close();
  }

  @Test
  @Order(1)
  @Timeout(3_600)
  void gatewayKilled() throws Exception {
    faults.killGateway(number("kills", 100), number("killsReceived", 30_000)).make();
  }

  @Test
  @Order(2)
  @Timeout(3_600)
  void postgresCrashed() throws Exception {
    faults.crashPostgres(number("crashes", 30), number("crashesReceived", 50_000)).make();
  }

  @Test
  @Order(3)
  @Timeout(600)
  void postgresStopped() throws Exception {
    faults
        .databaseAway(
            "PostgreSQL stopped", seconds("stopped", 120), A_SECOND, newsroom.postgres()::stopped)
        .make();
  }

  @Test
  @Order(4)
  @Timeout(600)
  void postgresFrozen() throws Exception {
    faults
        .databaseAway(
            "PostgreSQL frozen", seconds("frozen", 60), A_SECOND, newsroom.postgres()::frozen)
        .make();
  }

  @Test
  @Order(5)
  @Timeout(600)
  void postgresReadOnly() throws Exception {
    faults
        .databaseAway(
            "PostgreSQL read-only",
            seconds("readOnly", 60),
            A_SECOND,
            newsroom.postgres()::readOnly)
        .make();
  }

  @Test
  @Order(6)
  @Timeout(600)
  void postgresOutOfConnections() throws Exception {
    faults
        .databaseAway(
            "connections used up",
            seconds("usedUp", 60),
            A_SECOND,
            newsroom.postgres()::useUpConnections)
        .make();
  }

  @Test
  @Order(7)
  @Timeout(600)
  void spoolFolderMissing() throws Exception {
    faults.spoolAway("missing", newsroom.gateway(), new BrokenSpool(newsroom)::missing).make();
  }

  @Test
  @Order(8)
  @Timeout(600)
  void spoolFolderReadOnly() throws Exception {
    faults.spoolAway("read-only", newsroom.gateway(), new BrokenSpool(newsroom)::readOnly).make();
  }

  @Test
  @Order(9)
  @Timeout(600)
  void spoolDiskFull() throws Exception {
    try (var full =
        newsroom.gateway(
            "full", newsroom.postgres().url(), Map.of("TIPLINE_SPOOL_MINFREEPERCENT", "99"))) {
      faults.spoolAway("at its reserve", full, () -> () -> {}).make();
    }
  }

  @Test
  @Order(10)
  @Timeout(600)
  void spoolFilesTorn() throws Exception {
    faults.tornFiles();
  }

  @Test
  @Order(11)
  @Timeout(2_400)
  void slowWireAndTwoInstances() throws Exception {
    try (var wire = new SlowWire(newsroom.postgres().port());
        var second = newsroom.gateway("two", OwnPostgres.url(wire.port()), Map.of())) {
      var two = new TwoInstances(newsroom, second, TABLE);
      two.copies(number("messages", 1_000), number("copies", 5), seconds("instanceFrozen", 30));
      two.albums(number("albums", 200));
      two.killedInTurn(number("instanceKills", 20), A_SECOND);
      answersSlowly(wire, second);
    }
  }

  private static void answersSlowly(SlowWire wire, PackagedTipline gateway) throws Exception {
    new Faults(newsroom, gateway, TABLE)
        .databaseAway(
            "PostgreSQL answers after 5 s",
            seconds("slow", 60),
            A_SECOND,
            () -> {
              wire.delay(Duration.ofSeconds(5));
              return () -> wire.delay(Duration.ZERO);
            })
        .make();
  }

  @Test
  @Order(12)
  @Timeout(600)
  void systemCallsInOrder() throws Exception {
    assumeTrue(Strace.isThere(), "strace is not installed");
    var calls = number("systemCalls", 500);
    new CommitCalls().inOrder(newsroom, TABLE, calls, folder.resolve("commits"));
    new SystemCalls(newsroom, TABLE).inOrder(calls, folder.resolve("spooled"));
  }

  @Test
  @Order(13)
  @Timeout(600)
  void spoolDiskOutOfSpace() throws Exception {
    var folder = newsroom.folderOf("small").resolve("data/spool");
    try (var disk = mounted(folder);
        var gateway =
            newsroom.gateway(
                "small", newsroom.postgres().url(), Map.of("TIPLINE_SPOOL_MINFREE", "0B"))) {
      faults.spoolAway("on a disk without a free byte", gateway, disk::full).make();
    }
  }

  private static SmallDisk mounted(Path folder) {
    try {
      return SmallDisk.at(folder);
    } catch (IOException e) {
      return abort("a disk can be filled only where one can be mounted: " + e.getMessage());
    }
  }

  @Test
  @Order(14)
  @Timeout(1_200)
  void offForAnHour() throws Exception {
    new OffForAnHour(newsroom, TABLE).miss(number("missed", 500));
  }

  @Test
  @Order(15)
  @Timeout(300)
  void migrationsUnderLoad() throws Exception {
    new Migrations(newsroom, TABLE).applyAll();
  }

  @Test
  @Order(16)
  @Timeout(5_400)
  void editorsMailBroken() throws Exception {
    var tips = number("tips", 1_000);
    var over = seconds("tipsWithin", 60);
    try (var told = toldEditors()) {
      told.tell(Manner.DOWN, tips, over, seconds("mailDown", 600), 1);
      told.tell(Manner.HANGS_AFTER_DATA, tips, over, seconds("mailHangs", 600), 1);
      told.tell(Manner.DROPS_BEFORE_250, tips, over, seconds("mailDrops", 600), 2);
      told.tellByTwo(tips, over, number("tellingKills", 5));
    }
  }

  private static ToldEditors toldEditors() throws Exception {
    return new ToldEditors(newsroom, TABLE, number("editors", 20), seconds("quiet", 60));
  }

  @Test
  @Order(17)
  @Timeout(600)
  void spoolFolderOfAnotherOwner() throws Exception {
    assumeTrue(BrokenSpool.canChangeOwners(folder), "only root can give a folder away");
    var url = newsroom.postgres().url();
    try (var bound = newsroom.gateway("bound", url, Map.of(), BrokenSpool.WITHOUT_POWERS)) {
      faults.spoolAway("of another owner", bound, () -> BrokenSpool.ofAnotherOwner(bound)).make();
    }
  }

  @Test
  @Order(18)
  @Timeout(1_200)
  void albumsOfPictures() throws Exception {
    new Albums(newsroom, TABLE).send(number("albums", 200));
  }

  private static int number(String name, int usual) {
    return Integer.getInteger("faults." + name, usual);
  }

  private static Duration seconds(String name, int usual) {
    return Duration.ofSeconds(number(name, usual));
  }
}
