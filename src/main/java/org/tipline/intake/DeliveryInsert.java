package org.tipline.intake;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.sql.Array;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.stereotype.Component;
import org.tipline.channel.ChannelName;

/**
 * The statements of the door, on connections of its own: a busy desk cannot take them, and a
 * hanging database is given up after three seconds.
 */
@Component
class DeliveryInsert implements DisposableBean {

  private static final String SQL =
      """
      insert into deliveries (id, channel, key, received_at, sealed, next_attempt_at)
      select id, channel, key, received_at, sealed, received_at
      from unnest(?::uuid[], ?::text[], ?::text[], ?::timestamptz[], ?::bytea[])
        as incoming (id, channel, key, received_at, sealed)
      on conflict (channel, key) do nothing
      returning id
      """;

  private static final String KEPT =
      """
      select id, channel, key, received_at, sealed from deliveries where channel = ? and key = ?
      """;

  private final HikariDataSource connections;

  DeliveryInsert(JdbcConnectionDetails database) {
    var config = new HikariConfig();
    config.setPoolName("intake");
    config.setJdbcUrl(database.getJdbcUrl());
    config.setUsername(database.getUsername());
    config.setPassword(database.getPassword());
    config.setMaximumPoolSize(2);
    config.setConnectionTimeout(2_000);
    config.setInitializationFailTimeout(-1);
    config.setExceptionOverrideClassName(LostPrimary.class.getName());
    config.addDataSourceProperty("connectTimeout", "2");
    config.addDataSourceProperty("socketTimeout", "3");
    config.addDataSourceProperty("tcpKeepAlive", "true");
    config.addDataSourceProperty("targetServerType", "primary");
    config.addDataSourceProperty("ApplicationName", "tipline-intake");
    connections = new HikariDataSource(config);
  }

  /**
   * Inserts and commits all rows; the ids that come back are new, the others were there before.
   *
   * <p>Rows go in by key: two writers whose batches share keys would else wait for each other. Of
   * two rows with one key the first in the batch is the new one.
   */
  Set<UUID> insert(List<SealedDelivery> batch) throws SQLException {
    var rows =
        batch.stream()
            .sorted(
                Comparator.comparing(SealedDelivery::channel).thenComparing(SealedDelivery::key))
            .toList();
    try (var connection = connections.getConnection();
        var statement = connection.prepareStatement(SQL)) {
      statement.setArray(1, array(connection, "uuid", rows, SealedDelivery::id));
      statement.setArray(2, array(connection, "text", rows, SealedDelivery::channel));
      statement.setArray(3, array(connection, "text", rows, SealedDelivery::key));
      statement.setArray(
          4, array(connection, "timestamptz", rows, row -> Timestamp.from(row.receivedAt())));
      statement.setArray(
          5,
          connection.createArrayOf(
              "bytea", rows.stream().map(SealedDelivery::sealed).toArray(byte[][]::new)));
      var added = new HashSet<UUID>();
      try (var results = statement.executeQuery()) {
        while (results.next()) {
          added.add(results.getObject(1, UUID.class));
        }
      }
      return added;
    }
  }

  private static Array array(
      Connection connection,
      String type,
      List<SealedDelivery> rows,
      Function<SealedDelivery, Object> column)
      throws SQLException {
    return connection.createArrayOf(type, rows.stream().map(column).toArray());
  }

  /** What is kept under a key. */
  Optional<SealedDelivery> find(ChannelName channel, String key) throws SQLException {
    try (var connection = connections.getConnection();
        var statement = connection.prepareStatement(KEPT)) {
      statement.setString(1, channel.value());
      statement.setString(2, key);
      try (var results = statement.executeQuery()) {
        return results.next() ? Optional.of(Deliveries.sealed(results)) : Optional.empty();
      }
    }
  }

  @Override
  public void destroy() {
    connections.close();
  }
}
