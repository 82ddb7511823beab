package org.tipline.intake;

import java.io.UncheckedIOException;
import java.sql.SQLException;
import java.sql.SQLTimeoutException;
import java.sql.SQLTransientConnectionException;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.transaction.CannotCreateTransactionException;

/**
 * Whose fault it is that something cannot be kept.
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

  /** Others at work in the same rows: a deadlock, a lock not given in time. */
  private static final List<String> OF_THE_MOMENT = List.of("40", "55P03");

  /** Causes may go round in a circle. */
  private static final int DEEPEST = 50;

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

  /**
   * Whether what stopped a delivery is a matter of the database or the disk it needs, and not its
   * own. The driver knows best; where it says nothing the kind of the error does.
   */
  static boolean isOfThePlace(Throwable e) {
    var all = Stream.iterate(e, Objects::nonNull, Throwable::getCause).limit(DEEPEST).toList();
    return all.stream().anyMatch(CannotCreateTransactionException.class::isInstance)
        || all.stream()
            .filter(SQLException.class::isInstance)
            .map(cause -> isOfThePlace((SQLException) cause))
            .findFirst()
            .orElseGet(() -> all.stream().anyMatch(StoreFault::isOfAPlaceByItsKind));
  }

  private static boolean isOfThePlace(SQLException e) {
    return isOfTheDatabase(e) || startsWithOne(e.getSQLState(), OF_THE_MOMENT);
  }

  private static boolean isOfAPlaceByItsKind(Throwable e) {
    return e instanceof DataAccessResourceFailureException
        || e instanceof TransientDataAccessException
        || e instanceof UncheckedIOException; // the media store's
  }

  private static boolean startsWithOne(@Nullable String state, List<String> classes) {
    return state != null && classes.stream().anyMatch(state::startsWith);
  }
}
