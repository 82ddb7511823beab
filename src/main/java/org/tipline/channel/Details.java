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
 * @param messageId how the reader's own program names the message, for an answer to name it (mail:
 *     Message-ID with its angle brackets)
 * @param repliedTo what this message answers: the provider's id of it, or the token of a reply
 */
public record Details(
    @Nullable String subject,
    @Nullable String quoted,
    @Nullable String place,
    @Nullable Location location,
    @Nullable String messageId,
    @Nullable String repliedTo,
    Set<Mark> marks) {

  public static final Details NONE = marked(Set.of());

  public Details {
    marks = Set.copyOf(marks);
  }

  /** Of a medium whose messages have no name of their own. */
  public Details(
      @Nullable String subject,
      @Nullable String quoted,
      @Nullable String place,
      @Nullable Location location,
      @Nullable String repliedTo,
      Set<Mark> marks) {
    this(subject, quoted, place, location, null, repliedTo, marks);
  }

  public static Details marked(Set<Mark> marks) {
    return new Details(null, null, null, null, null, marks);
  }

  @Override
  public String toString() {
    return "Details" + marks;
  }
}
