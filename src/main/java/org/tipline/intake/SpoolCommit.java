package org.tipline.intake;

import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Commits rows of the spool and then, only then, removes their files. */
@Component
class SpoolCommit {

  private static final Logger log = LoggerFactory.getLogger(SpoolCommit.class);
  private static final int MOST_REFUSALS = 5;

  private final DeliveryInsert insert;
  private final Repeats repeats;
  private final SpoolFolder folder;
  private final SpoolMeters meters;
  private final Breaker breaker;
  private final Sorter sorter;
  private final Map<String, Integer> refusals = new HashMap<>();

  SpoolCommit(
      DeliveryInsert insert,
      Repeats repeats,
      SpoolFolder folder,
      SpoolMeters meters,
      Breaker breaker,
      Sorter sorter) {
    this.insert = insert;
    this.repeats = repeats;
    this.folder = folder;
    this.meters = meters;
    this.breaker = breaker;
    this.sorter = sorter;
  }

  /** False when the database is to be left alone for a while. */
  boolean commit(List<SpooledRow> rows) {
    if (rows.isEmpty()) {
      return true;
    }
    try {
      var added = insert.insert(rows.stream().map(SpooledRow::row).toList());
      done(rows.stream().filter(row -> added.contains(row.row().id())).toList());
      return keepOthers(rows.stream().filter(row -> !added.contains(row.row().id())).toList());
    } catch (SQLException e) {
      return StoreFault.isOfARow(e) ? isolate(rows, e) : leaveAlone(e);
    }
  }

  private void done(List<SpooledRow> rows) {
    rows.forEach(row -> folder.remove(row.file()));
    meters.drained(rows.size());
    sorter.wake();
  }

  /**
   * A repeat has nothing to add, but what only has the key of another was called received, too. One
   * that cannot be looked up waits, and says nothing of what comes in.
   */
  private boolean keepOthers(List<SpooledRow> others) throws SQLException {
    for (var other : others) {
      Optional<SealedDelivery> own;
      try {
        own = repeats.asItsOwn(other.row());
      } catch (SQLException e) {
        log.debug("what waits in the spool cannot be looked up", e);
        return false;
      }
      if (own.isPresent()) {
        insert.insert(List.of(own.get()));
      }
      done(List.of(other));
    }
    return true;
  }

  private boolean isolate(List<SpooledRow> rows, SQLException e) {
    if (rows.size() == 1) {
      refuse(rows.getFirst().file(), e);
      return true;
    }
    return rows.stream().allMatch(row -> commit(List.of(row)));
  }

  private void refuse(String file, SQLException e) {
    if (refusals.merge(file, 1, Integer::sum) == MOST_REFUSALS) {
      refusals.remove(file);
      folder.park(file, "The database refuses it: SQLSTATE " + e.getSQLState() + ".");
    }
  }

  private boolean leaveAlone(SQLException e) {
    log.debug("the spool waits for the database", e);
    breaker.open("SQLSTATE " + e.getSQLState());
    return false;
  }
}
