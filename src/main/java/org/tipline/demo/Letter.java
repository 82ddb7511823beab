package org.tipline.demo;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A mail in a made-up reader's mailbox, theirs or ours.
 *
 * @param isTheirs the reader wrote it
 * @param file the name of the picture with it, null: none
 */
record Letter(
    Instant at,
    boolean isTheirs,
    String subject,
    String text,
    String messageId,
    String answerTo,
    String references,
    @Nullable String file) {

  static Letter of(SentMail mail) {
    return new Letter(
        mail.at(),
        false,
        mail.subject(),
        mail.text(),
        mail.messageId(),
        mail.answerTo(),
        mail.references(),
        null);
  }

  /** What an answer to it names as its thread. */
  String thread() {
    return (references + " " + messageId).strip();
  }

  /** {@code Re: Water}, once. */
  public String answerSubject() {
    return subject.regionMatches(true, 0, "Re:", 0, 3) ? subject : "Re: " + subject;
  }
}
