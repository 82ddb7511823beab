package org.tipline.admin;

import org.tipline.intake.Volumes.Volume;

/** How much came by a channel, against what is usual: {@code 12 today, usually about 40}. */
final class VolumeWords {

  private VolumeWords() {}

  static String of(Volume volume) {
    return volume.lastDay() + ", usually " + usual(volume.usual());
  }

  /** A mean has no more digits than it means. */
  private static String usual(double mean) {
    if (mean == 0) {
      return "none";
    }
    if (mean < 1) {
      return "less than one";
    }
    return "about " + Math.round(mean);
  }
}
