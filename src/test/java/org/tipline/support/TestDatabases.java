package org.tipline.support;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.flywaydb.core.Flyway;
import org.springframework.boot.SpringApplication;
import org.springframework.jdbc.core.simple.JdbcClient;

/** One PostgreSQL for all tests of this JVM, and in it a migrated database for each who asks. */
public final class TestDatabases {

  private static final String TEMPLATE = "newsroom";
  private static final EmbeddedPostgres SERVER = start();
  private static final Thread STOP = new Thread(TestDatabases::stop);
  private static final AtomicInteger count = new AtomicInteger();

  static {
    Runtime.getRuntime().addShutdownHook(STOP);
  }

  private TestDatabases() {}

  /** The JDBC address of a database nobody else uses, with every table and no row of a test. */
  public static String fresh() {
    var name = TEMPLATE + count.incrementAndGet();
    JdbcClient.create(SERVER.getPostgresDatabase())
        .sql("create database " + name + " template " + TEMPLATE)
        .update();
    return SERVER.getJdbcUrl("postgres", name);
  }

  /** Stops the server after the applications that use it; Spring runs its handlers last. */
  static void stopAfterApplications() {
    if (Runtime.getRuntime().removeShutdownHook(STOP)) {
      SpringApplication.getShutdownHandlers().add(TestDatabases::stop);
    }
  }

  private static void stop() {
    try {
      SERVER.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static EmbeddedPostgres start() {
    try {
      var server =
          EmbeddedPostgres.builder()
              // below the library's own folder: it clears away there what a killed run left
              .setDataDirectory(
                  Path.of(
                      System.getProperty("java.io.tmpdir"), "embedded-pg", "" + UUID.randomUUID()))
              .setRegisterShutdownHook(false)
              .setPGStartupWait(Duration.ofMinutes(1))
              .setServerConfig("fsync", "on")
              .setServerConfig("synchronous_commit", "on")
              .start();
      JdbcClient.create(server.getPostgresDatabase()).sql("create database " + TEMPLATE).update();
      Flyway.configure().dataSource(server.getDatabase("postgres", TEMPLATE)).load().migrate();
      return server;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
