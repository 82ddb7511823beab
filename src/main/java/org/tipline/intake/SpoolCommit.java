package org.tipline.intake;

import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
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
      keep(rows.stream().map(SpooledRow::row).toList());
      rows.forEach(row -> folder.remove(row.file()));
      meters.drained(rows.size());
      sorter.wake();
      return true;
    } catch (SQLException e) {
      return StoreFault.isOfARow(e) ? isolate(rows, e) : leaveAlone(e);
    } catch (DataAccessException e) {
      return leaveAlone(e);
    }
  }

  /** A repeat has nothing to add, but what only has the key of another was called received, too. */
  private void keep(List<SealedDelivery> rows) throws SQLException {
    var added = insert.insert(rows);
    var others =
        rows.stream()
            .filter(row -> !added.contains(row.id()))
            .flatMap(row -> repeats.asItsOwn(row).stream())
            .toList();
    if (!others.isEmpty()) {
      insert.insert(others);
    }
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
    return leaveAlone("SQLSTATE " + e.getSQLState(), e);
  }

  private boolean leaveAlone(DataAccessException e) {
    return leaveAlone(e.getClass().getSimpleName(), e);
  }

  private boolean leaveAlone(String why, Exception e) {
    log.debug("the spool waits for the database", e);
    breaker.open(why);
    return false;
  }
}
