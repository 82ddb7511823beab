package org.tipline.channel;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What some media know about a message beside its words.
 *
 * @param subject of a mail
 * @param quoted the earlier mail a reader quoted under their words: folded on screen, never cut
 * @param place where it happened, in the reader's words
 * @param location a pin the reader shared
 * @param repliedTo the provider's id of the message this one answers
 */
public record Details(
    @Nullable String subject,
    @Nullable String quoted,
    @Nullable String place,
    @Nullable Location location,
    @Nullable String repliedTo,
    Set<Mark> marks) {

  public static final Details NONE = new Details(null, null, null, null, null, Set.of());

  public Details {
    marks = Set.copyOf(marks);
  }

  public static Details marked(Set<Mark> marks) {
    return new Details(null, null, null, null, null, marks);
  }

  @Override
  public String toString() {
    return "Details" + marks;
  }
}
