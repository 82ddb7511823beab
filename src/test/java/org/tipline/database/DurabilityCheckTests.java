package org.tipline.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.util.Map;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

class DurabilityCheckTests {

  private static EmbeddedPostgres server;

  @BeforeAll
  static void start() throws IOException {
    server =
        EmbeddedPostgres.builder()
            .setServerConfig("fsync", "on")
            .setServerConfig("synchronous_commit", "on")
            .start();
  }

  @AfterAll
  static void stop() throws IOException {
    server.close();
  }

  @Test
  void databaseThatKeepsWhatItCommitsIsAccepted() {
    assertThatCode(() -> check(server.getPostgresDatabase())).doesNotThrowAnyException();
  }

  @Test
  void commitThatDoesNotWaitForTheDiskIsRefused() {
    assertRefused(
        server.getPostgresDatabase(Map.of("options", "-c synchronous_commit=off")),
        "synchronous_commit");
  }

  @Test
  void tornPagesAreRefused() {
    var client = JdbcClient.create(server.getPostgresDatabase());
    client.sql("alter system set full_page_writes = off").update();
    client.sql("select pg_reload_conf()").query().singleRow();
    try {
      await().untilAsserted(() -> assertRefused(server.getPostgresDatabase(), "full_page_writes"));
    } finally {
      client.sql("alter system reset full_page_writes").update();
      client.sql("select pg_reload_conf()").query().singleRow();
    }
  }

  @Test
  void serverThatNeverFlushesIsRefused() throws IOException {
    try (var forgetful = EmbeddedPostgres.start()) {
      assertRefused(forgetful.getPostgresDatabase(), "fsync");
    }
  }

  @Test
  void databaseThatDoesNotAnswerIsNamedByItsSettings() {
    var away = new DriverManagerDataSource("jdbc:postgresql://127.0.0.1:1/tipline");
    assertThatExceptionOfType(DatabaseUnfit.class)
        .isThrownBy(() -> check(away))
        .satisfies(e -> assertThat(e.remedy()).contains("url"));
  }

  private static void assertRefused(DataSource database, String setting) {
    assertThatExceptionOfType(DatabaseUnfit.class)
        .isThrownBy(() -> check(database))
        .withMessageContaining(setting + " = off");
  }

  private static void check(DataSource database) {
    new DurabilityCheck(database).afterPropertiesSet();
  }
}
