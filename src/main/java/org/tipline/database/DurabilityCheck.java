package org.tipline.database;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import javax.sql.DataSource;
import org.springframework.beans.factory.InitializingBean;
import org.springframework.stereotype.Component;

/**
 * Refuses a PostgreSQL that is too old, or that may forget what it committed: we say "received" to
 * readers on its word.
 */
@Component
class DurabilityCheck implements InitializingBean {

  private static final int OLDEST_MAJOR = 15;
  private static final List<String> MUST_BE_ON =
      List.of("fsync", "full_page_writes", "synchronous_commit");

  private final DataSource dataSource;

  DurabilityCheck(DataSource dataSource) {
    this.dataSource = dataSource;
  }

  @Override
  public void afterPropertiesSet() {
    try (var connection = dataSource.getConnection()) {
      checkVersion(Integer.parseInt(setting(connection, "server_version_num")) / 10_000);
      for (var name : MUST_BE_ON) {
        checkOn(name, setting(connection, name));
      }
    } catch (SQLException e) {
      throw new DatabaseUnfit(
          "The database cannot be reached: " + e.getMessage(),
          "Check that PostgreSQL runs, and spring.datasource.url, spring.datasource.username and"
              + " spring.datasource.password.",
          e);
    }
  }

  private static void checkVersion(int major) {
    if (major < OLDEST_MAJOR) {
      throw new DatabaseUnfit(
          "The database is PostgreSQL " + major + ", too old for Tipline.",
          "Use PostgreSQL " + OLDEST_MAJOR + " or newer.");
    }
  }

  private static void checkOn(String name, String value) {
    if (value.equals("off")) {
      throw new DatabaseUnfit(
          "The database runs with " + name + " = off and may lose tips it said it had kept.",
          "Set " + name + " = on for this server, database and user, and start again.");
    }
  }

  private static String setting(Connection connection, String name) throws SQLException {
    try (var statement = connection.prepareStatement("select current_setting(?)")) {
      statement.setString(1, name);
      try (var result = statement.executeQuery()) {
        result.next();
        return result.getString(1);
      }
    }
  }
}
