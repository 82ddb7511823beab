package org.tipline.triage;

import java.util.List;
import org.tipline.channel.SmsSegments;
import org.tipline.channel.SmsText;

/**
 * What a reply costs by SMS, in the same words as js/reply-count.js.
 *
 * @param beyond the letters that plain SMS has not
 */
record SegmentCount(SmsSegments segments, List<String> beyond) {

  private static final int NEAR = 10;

  static SegmentCount of(String words) {
    var text = SmsText.of(words);
    return new SegmentCount(SmsSegments.of(text), SmsSegments.beyondGsm(text));
  }

  public int parts() {
    return segments.count();
  }

  int units() {
    return segments.units();
  }

  int room() {
    return parts() > 1 ? parts() * segments.encoding().inParts() : segments.encoding().alone();
  }

  int left() {
    return room() - units();
  }

  boolean isNearlyFull() {
    return left() <= NEAR;
  }
}
