package org.tipline.channel.email;

import java.util.regex.Pattern;

/** A file's name as its sender calls it: without the folders, and without what hides its ending. */
final class FileName {

  private static final int LONGEST = 200;

  /** Marks that turn the direction of writing make {@code gpj.exe} of {@code exe.jpg}. */
  private static final Pattern UNSEEN = Pattern.compile("\\p{Cf}");

  private FileName() {}

  static String of(String claimed) {
    var seen = UNSEEN.matcher(CleanText.oneLine(claimed, 4 * LONGEST)).replaceAll("");
    var name = seen.substring(Math.max(seen.lastIndexOf('/'), seen.lastIndexOf('\\')) + 1).strip();
    return name.length() <= LONGEST ? name : shorten(name);
  }

  /** Keeps the ending, by which people know what it is. */
  private static String shorten(String name) {
    var dot = name.lastIndexOf('.');
    var ending = dot > name.length() - 20 ? name.substring(dot) : "";
    return CleanText.cut(name, LONGEST - ending.length()) + ending;
  }
}
