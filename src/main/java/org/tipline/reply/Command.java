package org.tipline.reply;

import org.jspecify.annotations.Nullable;

/**
 * What a reader asks Tipline for in a word.
 *
 * @param language of the word, ISO 639; null for one that people of every language send
 * @param reference with STATUS, as it is shown or, when it is none, as it was written; null: the
 *     reader's newest tip
 */
record Command(Kind kind, @Nullable String language, @Nullable String reference) {

  enum Kind {
    /** Hear nothing more. */
    STOP,
    /** Hear from us again. */
    START,
    /** Be told what can be done here. */
    HELP,
    /** Be told how a tip stands. */
    STATUS
  }
}
