package org.tipline.bench;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.hibernate.id.uuid.UuidVersion7Strategy;
import org.tipline.support.TwilioCaller;

/**
 * The yardstick of the door: the very row that a delivery comes to, inserted and committed alone by
 * plain JDBC connections, into a table with the same indexes in the same database.
 */
final class OneRowLimit implements AutoCloseable {

  private final List<Connection> connections = new ArrayList<>();
  private final byte[] sealed;

  OneRowLimit(String database, int most, int sealedBytes) throws SQLException {
    this.sealed = new byte[sealedBytes];
    for (var n = 0; n < most; n++) {
      connections.add(DriverManager.getConnection(database, "postgres", ""));
    }
    try (var statement = connections.getFirst().createStatement()) {
      statement.execute("create table if not exists one_row (like deliveries including all)");
      statement.execute("truncate one_row");
    }
  }

  Round run(int atOnce, Duration time) throws Exception {
    var began = System.nanoTime();
    var writers = new ArrayList<Callable<long[]>>();
    for (var connection : connections.subList(0, atOnce)) {
      writers.add(() -> write(connection, began + time.toNanos()));
    }
    try (var threads = Executors.newFixedThreadPool(atOnce)) {
      var parts = new ArrayList<long[]>();
      for (var part : threads.invokeAll(writers)) {
        parts.add(part.get());
      }
      return Round.of(parts, System.nanoTime() - began);
    }
  }

  private long[] write(Connection connection, long end) throws SQLException {
    var samples = new Samples();
    try (var insert =
        connection.prepareStatement(
            """
            insert into one_row (id, channel, key, received_at, sealed, next_attempt_at)
            values (?, 'twilio-sms', ?, ?, ?, ?)
            """)) {
      for (var now = System.nanoTime(); now < end; now = System.nanoTime()) {
        var at = Timestamp.from(Instant.now());
        insert.setObject(1, UuidVersion7Strategy.INSTANCE.generateUuid(null));
        insert.setString(2, TwilioCaller.messageSid());
        insert.setTimestamp(3, at);
        insert.setBytes(4, sealed);
        insert.setTimestamp(5, at);
        insert.executeUpdate();
        samples.add(System.nanoTime() - now);
      }
    }
    return samples.toArray();
  }

  @Override
  public void close() throws SQLException {
    for (var connection : connections) {
      connection.close();
    }
  }
}
