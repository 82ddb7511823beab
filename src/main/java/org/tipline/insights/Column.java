package org.tipline.insights;

import org.tipline.channel.Medium;

/**
 * The head of a column.
 *
 * @param head words of ours, or a medium's name
 * @param look its class in style sheets, by which a chart finds its colour; may be empty
 * @param isTime its cells are lengths of time
 */
public record Column(Cell head, String look, boolean isTime) {

  static Column of(String key) {
    return new Column(new Cell.Known(key), "", false);
  }

  static Column time(String key) {
    return new Column(new Cell.Known(key), "", true);
  }

  static Column of(Medium medium) {
    return new Column(new Cell.Text(medium.label()), medium.token(), false);
  }
}
