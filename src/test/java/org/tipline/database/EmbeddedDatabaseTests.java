package org.tipline.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.tipline.folder.DataFolder;
import org.tipline.folder.DataSettings;

class EmbeddedDatabaseTests {

  private static final String KEPT = "create table if not exists kept (n int primary key)";

  @TempDir static Path data;
  private static Path root;

  @BeforeAll
  static void makeRoot() {
    root = new DataFolder(new DataSettings(data.toString())).part("postgres");
  }

  @Test
  void whatWasCommittedIsThereAfterTheNextStart() throws IOException {
    try (var database = EmbeddedDatabase.start(root)) {
      client(database).sql("drop table if exists kept").update();
      client(database).sql(KEPT).update();
      client(database).sql("insert into kept values (1)").update();
    }
    try (var database = EmbeddedDatabase.start(root)) {
      assertThat(kept(database)).containsExactly(1);
    }
  }

  @Test
  void serverOfAKilledTiplineIsStoppedAndItsCommitsStay() throws Exception {
    var killed = KilledTipline.start(root);
    var committed = killed.commits(20);
    killed.kill();
    try (var database = EmbeddedDatabase.start(root)) {
      assertThat(kept(database)).containsAll(committed);
    }
  }

  @Test
  void serverThatDiedTooIsRecovered() throws Exception {
    var killed = KilledTipline.start(root);
    var committed = killed.commits(20);
    killed.killWithServer();
    try (var database = EmbeddedDatabase.start(root)) {
      assertThat(kept(database)).containsAll(committed);
    }
  }

  @Test
  void processIdThatAnotherProgramHasTodayIsNoObstacle() throws Exception {
    KilledTipline.start(root).killWithServer();
    var pidFile = root.resolve("pg18/postmaster.pid");
    var lines = Files.readAllLines(pidFile);
    lines.set(0, String.valueOf(ProcessHandle.current().pid()));
    Files.write(pidFile, lines);

    try (var database = EmbeddedDatabase.start(root)) {
      assertThat(setting(database, "server_version_num")).startsWith("18");
    }
  }

  @Test
  void secondTiplineOnTheSameFolderIsRefused() throws IOException {
    try (var database = EmbeddedDatabase.start(root)) {
      assertThatExceptionOfType(DatabaseUnfit.class)
          .isThrownBy(() -> EmbeddedDatabase.start(root))
          .withMessage("Another Tipline is running on the data folder " + data + ".");
      assertThat(setting(database, "fsync")).isEqualTo("on");
    }
  }

  @Test
  void firstStartThatWasCutShortIsBegunAgain(@TempDir Path data) throws IOException {
    var root = new DataFolder(new DataSettings(data.toString())).part("postgres");
    Files.createDirectories(root.resolve("pgbin/PG-0/bin"));
    Files.createDirectories(root.resolve("unfinished/base"));
    Files.writeString(root.resolve("unfinished/postgresql.conf"), "");

    try (var database = EmbeddedDatabase.start(root)) {
      assertThat(setting(database, "data_checksums")).isEqualTo("on");
    }
    assertThat(root.resolve("pgbin/PG-0")).doesNotExist();
    assertThat(root.resolve("unfinished")).doesNotExist();
  }

  @Test
  void databaseOfAnotherVersionIsRefused(@TempDir Path root) throws IOException {
    Files.createDirectory(root.resolve("pg17"));
    Files.writeString(root.resolve("pg17/PG_VERSION"), "17\n");

    assertThatExceptionOfType(DatabaseUnfit.class)
        .isThrownBy(() -> EmbeddedDatabase.start(root))
        .withMessageEndingWith("is of PostgreSQL 17, not 18.");
    assertThat(root.resolve("pg18")).doesNotExist();
  }

  @Test
  void lostPasswordFileIsNamed(@TempDir Path root) throws IOException {
    Files.createDirectory(root.resolve("pg18"));
    Files.writeString(root.resolve("pg18/PG_VERSION"), "18\n");

    assertThatExceptionOfType(DatabaseUnfit.class)
        .isThrownBy(() -> EmbeddedDatabase.start(root))
        .withMessageContaining(root.resolve("password").toString());
  }

  @Test
  void serverKeepsWhatItCommitsAndListensOnLoopbackOnly() throws IOException {
    try (var database = EmbeddedDatabase.start(root)) {
      for (var durable : List.of("fsync", "full_page_writes", "synchronous_commit")) {
        assertThat(setting(database, durable)).as(durable).isEqualTo("on");
      }
      assertThat(setting(database, "listen_addresses")).isEqualTo("127.0.0.1");
      assertThat(setting(database, "unix_socket_directories")).isEmpty();
    }
  }

  @Test
  void nobodyComesInWithoutThePassword() throws IOException {
    try (var database = EmbeddedDatabase.start(root)) {
      var url = database.connectionDetails().getJdbcUrl();
      assertThatThrownBy(() -> DriverManager.getConnection(url, "postgres", "postgres"))
          .isInstanceOf(SQLException.class)
          .hasMessageContaining("password authentication failed");
      var trusted = "select count(*) from pg_hba_file_rules where auth_method = 'trust'";
      assertThat(client(database).sql(trusted).query(Integer.class).single()).isZero();
    }
  }

  @Test
  void onlyTheOwnerMayLookInside() throws IOException {
    EmbeddedDatabase.start(root).close();
    assertThat(rights(root)).isEqualTo("rwx------");
    assertThat(rights(root.resolve("pg18"))).isEqualTo("rwx------");
    assertThat(rights(root.resolve("password"))).isEqualTo("rw-------");
  }

  private static List<Integer> kept(EmbeddedDatabase database) throws IOException {
    return client(database).sql("select n from kept").query(Integer.class).list();
  }

  private static String setting(EmbeddedDatabase database, String name) throws IOException {
    return client(database)
        .sql("select current_setting(?)")
        .param(name)
        .query(String.class)
        .single();
  }

  static JdbcClient client(EmbeddedDatabase database) throws IOException {
    return JdbcClient.create(pool(database.connectionDetails()));
  }

  static DriverManagerDataSource pool(ConnectionDetails details) {
    return new DriverManagerDataSource(
        details.getJdbcUrl(), details.getUsername(), details.getPassword());
  }

  private static String rights(Path path) throws IOException {
    return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
  }
}
