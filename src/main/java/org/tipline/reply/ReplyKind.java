package org.tipline.reply;

/** Why a reply was written. */
public enum ReplyKind {
  /** "Received, your reference is …": once a tip, by Tipline itself. */
  ACKNOWLEDGEMENT,
  /** An editor's own words, or a template an editor picked. */
  ANSWER,
  /** What became of the tip, because the reader asked by text. */
  STATUS,
  /** "Your tip led to this story": an editor's choice. */
  PUBLISHED,
  /** The last word to a reader who said STOP, or the first to one who said START again. */
  OPT_OUT,
  /** What a reader can do here, because they asked. */
  HELP;

  /** The reader asked for it just now, by a word: it is said even to one who opted out. */
  boolean isAskedFor() {
    return this == STATUS || this == OPT_OUT || this == HELP;
  }

  /** No editor wrote it or chose to send it: a machine that gets it is told so. */
  boolean isAutomatic() {
    return this != ANSWER && this != PUBLISHED;
  }
}
