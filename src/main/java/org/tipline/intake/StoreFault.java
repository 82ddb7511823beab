package org.tipline.intake;

import java.sql.SQLException;
import java.sql.SQLTimeoutException;
import java.sql.SQLTransientConnectionException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Whose fault an error of the database is.
 *
 * @see <a href="https://www.postgresql.org/docs/current/errcodes-appendix.html">SQLSTATE</a>
 */
final class StoreFault {

  /** Data and constraints: the row would fail anywhere, and its batch-mates must not with it. */
  private static final List<String> OF_A_ROW = List.of("22", "23");

  /**
   * Connection, resources, an operator's hand, a broken system around it; and a server that only
   * reads, as one does that was primary until a moment ago.
   */
  private static final List<String> OF_THE_DATABASE = List.of("08", "53", "57", "58", "25006");

  private StoreFault() {}

  static boolean isOfARow(SQLException e) {
    return startsWithOne(e.getSQLState(), OF_A_ROW);
  }

  /** Whether the same would work once the database is well again. */
  static boolean isOfTheDatabase(SQLException e) {
    return e instanceof SQLTransientConnectionException // the pool had none to give in time
        || e instanceof SQLTimeoutException
        || startsWithOne(e.getSQLState(), OF_THE_DATABASE);
  }

  private static boolean startsWithOne(@Nullable String state, List<String> classes) {
    return state != null && classes.stream().anyMatch(state::startsWith);
  }
}
