package org.tipline.notify;

/** Why an editor is told of a tip. */
enum NoticeKind {
  /** It came to a desk of theirs. */
  OPENED(""),
  /** A colleague handed it to them. */
  ASSIGNED("handed to you"),
  /** A colleague named them in a note. */
  NAMED("a note names you");

  private final String words;

  NoticeKind(String words) {
    this.words = words;
  }

  /** For the tip's line; empty when there is nothing to add. */
  String inWords() {
    return words;
  }
}
