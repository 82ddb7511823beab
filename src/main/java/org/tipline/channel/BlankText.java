package org.tipline.channel;

/** Text in which there is nothing to see, such as the zero-width characters a keyboard leaves. */
public final class BlankText {

  /** Letters by their category, and empty all the same: fillers of Hangul, and Braille's blank. */
  private static final String FILLERS = "\u115F\u1160\u3164\uFFA0\u2800";

  private BlankText() {}

  public static boolean is(String text) {
    return text.codePoints().allMatch(BlankText::isInvisible);
  }

  private static boolean isInvisible(int character) {
    return Character.isWhitespace(character)
        || Character.isSpaceChar(character)
        || FILLERS.indexOf(character) >= 0
        || isJoinedToOthers(character);
  }

  /** Changes how its neighbours look, and is nothing where there are none. */
  private static boolean isJoinedToOthers(int character) {
    return switch (Character.getType(character)) {
      case Character.CONTROL, Character.FORMAT, Character.NON_SPACING_MARK -> true;
      default -> false;
    };
  }
}
