package org.tipline.faults;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
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
  @Timeout(1_200)
  void slowWireAndTwoInstances() throws Exception {
    try (var wire = new SlowWire(newsroom.postgres().port());
        var second = newsroom.gateway("two", OwnPostgres.url(wire.port()), Map.of())) {
      var two = new TwoInstances(newsroom, second, TABLE);
      two.copies(number("messages", 1_000), number("copies", 5), seconds("instanceFrozen", 30));
      two.albums(number("albums", 200));
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
    assumeTrue(SystemCalls.canBeSeen(), "strace is not installed");
    new SystemCalls(newsroom, TABLE)
        .inOrder(number("systemCalls", 500), Files.createDirectories(folder));
  }

  private static int number(String name, int usual) {
    return Integer.getInteger("faults." + name, usual);
  }

  private static Duration seconds(String name, int usual) {
    return Duration.ofSeconds(number(name, usual));
  }
}
