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

  /** {@code 172 of 306, 2 SMS}. */
  public String count() {
    return segments.units() + " of " + room() + ", " + Math.max(parts(), 1) + " SMS";
  }

  /** What to know before sending; empty when there is nothing. */
  public String warning() {
    return (letters() + border()).strip();
  }

  private String letters() {
    return beyond.isEmpty()
        ? ""
        : "“" + String.join(" ", beyond) + "” leaves 70 letters an SMS instead of 160. ";
  }

  private String border() {
    if (parts() > 1) {
      return "Goes as " + parts() + " SMS.";
    }
    var left = room() - segments.units();
    return left <= NEAR ? left + " left before a second SMS." : "";
  }

  private int room() {
    return parts() > 1 ? parts() * segments.encoding().inParts() : segments.encoding().alone();
  }
}
