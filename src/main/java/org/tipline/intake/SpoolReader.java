package org.tipline.intake;

import java.nio.file.NoSuchFileException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.springframework.stereotype.Component;

/** Makes rows of spool files, and puts aside those that cannot be read. */
@Component
class SpoolReader {

  static final int MOST_ROWS = 64;

  private static final int MOST_BATCH_BYTES = 8 << 20;

  private final SpoolFolder folder;
  private final SpoolSeal spoolSeal;
  private final DeliverySeal rowSeal;

  SpoolReader(SpoolFolder folder, SpoolSeal spoolSeal, DeliverySeal rowSeal) {
    this.folder = folder;
    this.spoolSeal = spoolSeal;
    this.rowSeal = rowSeal;
  }

  /** As many of the next files as go into one commit. */
  List<SpooledRow> read(Iterator<String> names) {
    var rows = new ArrayList<SpooledRow>();
    var bytes = 0;
    while (names.hasNext() && rows.size() < MOST_ROWS && bytes < MOST_BATCH_BYTES) {
      var size = rows.size();
      read(names.next(), rows);
      bytes += rows.size() == size ? 0 : rows.getLast().row().sealed().length;
    }
    return rows;
  }

  private void read(String name, List<SpooledRow> rows) {
    try {
      var delivery = spoolSeal.open(name, folder.read(name));
      rows.add(new SpooledRow(name, rowSeal.seal(delivery)));
    } catch (BadSpoolFile e) {
      folder.park(name, String.valueOf(e.getMessage()));
    } catch (NoSuchFileException e) {
      // somebody has taken it out
    }
  }
}
