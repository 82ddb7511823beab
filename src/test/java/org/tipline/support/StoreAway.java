package org.tipline.support;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.stereotype.Component;

/** Takes the store away from the gateway, for real and for a moment. */
@Component
public class StoreAway {

  private final JdbcConnectionDetails database;

  StoreAway(JdbcConnectionDetails database) {
    this.database = database;
  }

  /** What is wrong with the store. */
  public enum Way {
    /** It answers, and refuses every write. */
    READ_ONLY,
    /** It takes the statement and never answers. */
    HANGING,
    /** It ends every connection and takes no new one. */
    GONE
  }

  /** The store is away until the result is closed. */
  public AutoCloseable begin(Way way) throws SQLException {
    var connection = connect(database.getJdbcUrl());
    return switch (way) {
      case HANGING -> hang(connection);
      case READ_ONLY -> readOnly(connection);
      case GONE -> goAway(connection);
    };
  }

  private Connection connect(String url) throws SQLException {
    return DriverManager.getConnection(url, database.getUsername(), database.getPassword());
  }

  /** Nobody can shut a database from within, so this is done from the one beside it. */
  private AutoCloseable goAway(Connection connection) throws SQLException {
    var name = connection.getCatalog();
    var beside = connect(database.getJdbcUrl().replaceFirst("/" + name + "\\b", "/postgres"));
    execute(beside, "alter database \"" + name + "\" allow_connections false");
    endOthers(connection);
    connection.close();
    return () -> {
      execute(beside, "alter database \"" + name + "\" allow_connections true");
      beside.close();
    };
  }

  private static AutoCloseable hang(Connection connection) throws SQLException {
    connection.setAutoCommit(false);
    execute(connection, "lock table deliveries in access exclusive mode");
    return () -> {
      connection.rollback();
      connection.close();
    };
  }

  /** New sessions of this database only read; the ones there are have to come again. */
  private static AutoCloseable readOnly(Connection connection) throws SQLException {
    var name = connection.getCatalog();
    execute(connection, "alter database \"" + name + "\" set default_transaction_read_only = on");
    endOthers(connection);
    return () -> {
      execute(connection, "set default_transaction_read_only = off");
      execute(connection, "alter database \"" + name + "\" reset default_transaction_read_only");
      endOthers(connection);
      connection.close();
    };
  }

  private static void endOthers(Connection connection) throws SQLException {
    execute(
        connection,
        """
        select pg_terminate_backend(pid) from pg_stat_activity
        where datname = current_database() and pid <> pg_backend_pid()
        """);
  }

  private static void execute(Connection connection, String sql) throws SQLException {
    try (var statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }
}
