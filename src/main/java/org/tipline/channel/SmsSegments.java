package org.tipline.channel;

import java.util.ArrayList;
import java.util.List;

/**
 * How a text is cut into the parts of an SMS, each of which is paid for. Count what {@link SmsText}
 * made of it, since that is what is sent.
 *
 * @param encoding what the whole message is sent in
 * @param units what it takes in all: septets in GSM-7, UTF-16 units in UCS-2
 * @param parts the text of each part, none for an empty text
 */
public record SmsSegments(Encoding encoding, int units, List<String> parts) {

  /** How the letters of an SMS travel; one letter that GSM-7 has not makes the whole UCS-2. */
  public enum Encoding {
    /** Seven bits a letter. */
    GSM_7(160, 153),
    /** Sixteen bits a letter, 32 for an emoji. */
    UCS_2(70, 67);

    private final int alone;
    private final int inParts;

    Encoding(int alone, int inParts) {
      this.alone = alone;
      this.inParts = inParts;
    }

    /** Units that a message of one part has room for. */
    public int alone() {
      return alone;
    }

    /** Units that each part of a longer message has room for, beside the header that joins them. */
    public int inParts() {
      return inParts;
    }
  }

  public SmsSegments {
    parts = List.copyOf(parts);
  }

  /** Cuts a text of any length. */
  public static SmsSegments of(String text) {
    var encoding = text.codePoints().allMatch(GsmAlphabet::has) ? Encoding.GSM_7 : Encoding.UCS_2;
    var units = text.codePoints().map(letter -> units(encoding, letter)).sum();
    return new SmsSegments(
        encoding,
        units,
        cut(text, encoding, units <= encoding.alone() ? encoding.alone() : encoding.inParts()));
  }

  /** A letter stays whole: an escape pair and a surrogate pair move into the next part together. */
  private static List<String> cut(String text, Encoding encoding, int room) {
    var parts = new ArrayList<String>();
    var part = new StringBuilder();
    var used = 0;
    for (var letter : text.codePoints().toArray()) {
      var units = units(encoding, letter);
      if (used + units > room) {
        parts.add(part.toString());
        part.setLength(0);
        used = 0;
      }
      part.appendCodePoint(letter);
      used += units;
    }
    if (!part.isEmpty()) {
      parts.add(part.toString());
    }
    return parts;
  }

  private static int units(Encoding encoding, int letter) {
    return encoding == Encoding.GSM_7 ? GsmAlphabet.septets(letter) : Character.charCount(letter);
  }

  /** How many parts are sent and paid for. */
  public int count() {
    return parts.size();
  }

  /** The letters that made it UCS-2, each once, in their order; none in GSM-7. */
  public static List<String> beyondGsm(String text) {
    return text.codePoints()
        .filter(letter -> !GsmAlphabet.has(letter))
        .distinct()
        .mapToObj(Character::toString)
        .toList();
  }

  @Override
  public String toString() {
    return "SmsSegments[" + encoding + ", " + units + ", " + parts.size() + " parts]";
  }
}
