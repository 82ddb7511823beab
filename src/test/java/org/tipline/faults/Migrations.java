package org.tipline.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.MigrationInfo;
import org.flywaydb.core.api.MigrationVersion;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** Each change of the tables, one after the other, while deliveries are committed to them. */
final class Migrations {

  private static final int WRITERS = 4;
  private static final Duration BETWEEN = Duration.ofMillis(300);

  private final String url;
  private final Table table;
  private final Set<UUID> committed = ConcurrentHashMap.newKeySet();
  private final AtomicLong slowestNanos = new AtomicLong();
  private volatile boolean running = true;

  Migrations(Newsroom newsroom, Table table) {
    newsroom.postgres().client().sql("create database migrations").update();
    this.url = newsroom.postgres().url().replace("/postgres?", "/migrations?");
    this.table = table;
  }

  void applyAll() throws Exception {
    var steps = steps();
    migrate(steps.getFirst());
    try (var writers = Executors.newFixedThreadPool(WRITERS)) {
      List<Callable<Boolean>> work = new ArrayList<>();
      for (var n = 0; n < WRITERS; n++) {
        work.add(this::write);
      }
      var written = work.stream().map(writers::submit).toList();
      for (var step : steps.subList(1, steps.size())) {
        TimeUnit.MILLISECONDS.sleep(BETWEEN.toMillis());
        migrate(step);
      }
      TimeUnit.MILLISECONDS.sleep(BETWEEN.toMillis());
      running = false;
      for (var done : written) {
        assertThat(done.get()).isTrue();
      }
    }
    var lost = new HashSet<>(committed);
    lost.removeAll(new HashSet<>(stored()));
    table.add(
        steps.size() + " migrations under load",
        "%,d rows committed meanwhile, %d lost, slowest %d ms"
            .formatted(
                committed.size(), lost.size(), TimeUnit.NANOSECONDS.toMillis(slowestNanos.get())));
    assertThat(lost).isEmpty();
  }

  private List<MigrationVersion> steps() {
    var all = Flyway.configure().dataSource(url, "postgres", "").load().info().pending();
    return List.of(all).stream().map(MigrationInfo::getVersion).toList();
  }

  private void migrate(MigrationVersion to) {
    Flyway.configure().dataSource(url, "postgres", "").target(to).load().migrate();
  }

  /** The row of the oldest version that is still a row of the newest. */
  private boolean write() throws SQLException {
    try (var connection = DriverManager.getConnection(url)) {
      while (running) {
        write(connection);
      }
      return true;
    }
  }

  private void write(Connection connection) throws SQLException {
    var id = UUID.randomUUID();
    var began = System.nanoTime();
    try (var insert =
        connection.prepareStatement(
            """
            insert into deliveries (id, channel, key, received_at, sealed, next_attempt_at)
            values (?, 'twilio-sms', ?, now(), '\\x00', now())
            """)) {
      insert.setObject(1, id);
      insert.setString(2, id.toString());
      insert.executeUpdate();
    }
    committed.add(id);
    slowestNanos.accumulateAndGet(System.nanoTime() - began, Math::max);
  }

  private List<UUID> stored() {
    return JdbcClient.create(new DriverManagerDataSource(url))
        .sql("select id from deliveries")
        .query(UUID.class)
        .list();
  }
}
