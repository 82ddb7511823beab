package org.tipline.insights;

import java.util.List;
import java.util.Objects;

/**
 * Figures as people read them; a chart only draws what is in here.
 *
 * @param name in addresses, file names and the keys of its words
 * @param shape how it is drawn
 * @param rows the first cell of each says what the row is about
 */
public record Table(String name, Shape shape, List<Column> columns, List<List<Cell>> rows) {

  /** How a table is drawn. */
  public enum Shape {
    /** What came in each step, one upon the other. */
    STACKS,
    /** How many there were at each moment. */
    LEVEL,
    /** A bar beside each figure. */
    BARS
  }

  public boolean isOverTime() {
    return shape != Shape.BARS;
  }

  /** How much of the largest figure in its column a cell is, in hundredths. */
  public long share(int column, Cell cell) {
    var value = cell.value();
    var most =
        rows.stream()
            .map(row -> row.get(column).value())
            .filter(Objects::nonNull)
            .mapToLong(Long::longValue)
            .max()
            .orElse(0);
    return value == null || most == 0 ? 0 : Math.round(100.0 * value / most);
  }
}
