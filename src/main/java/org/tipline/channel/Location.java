package org.tipline.channel;

import org.jspecify.annotations.Nullable;

/**
 * A pin on the map, WGS 84.
 *
 * @param latitude degrees, -90 to 90
 * @param longitude degrees, -180 to 180
 */
public record Location(
    double latitude, double longitude, @Nullable String label, @Nullable String address) {

  public Location {
    if (!(Math.abs(latitude) <= 90) || !(Math.abs(longitude) <= 180)) {
      throw new IllegalArgumentException("no such place on earth");
    }
  }

  /** Label and address in one line, null when the reader's phone named neither. */
  public @Nullable String words() {
    if (label == null || address == null) {
      return label == null ? address : label;
    }
    return label + ", " + address;
  }
}
