package org.tipline.reply;

import static org.tipline.reply.Placeholder.LINK;
import static org.tipline.reply.Placeholder.REFERENCE;

import java.util.Locale;
import java.util.Set;

/** What Tipline itself says to readers; the words are in {@code config/replies.yaml}. */
public enum ReplyText {
  /** A new tip has come in, to its sender by SMS or WhatsApp. */
  ACKNOWLEDGEMENT,
  /** The same by mail, where there is room and no words to send. */
  ACKNOWLEDGEMENT_MAIL,
  /** How a tip stands that nobody has decided on. */
  STATUS_RECEIVED,
  /** How an accepted tip stands. */
  STATUS_CHECKING,
  /** How a tip stands that became a story. */
  STATUS_PUBLISHED,
  /** How a rejected tip stands, and spam. */
  STATUS_NOT_USED,
  /** Somebody asks for a reference that is not theirs, or nobody's: the same for both. */
  STATUS_UNKNOWN,
  /** Somebody asks how their tip stands and has none. */
  STATUS_NONE,
  /** The last word to a reader who said STOP. */
  STOP,
  /** The first to one who said START again. */
  START,
  /** What a reader can do here. */
  HELP,
  /** A tip became a story; an editor chose to tell its reader. */
  PUBLISHED;

  /** Its key below the language, {@code status-received}. */
  String key() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** It must fit into one SMS. */
  boolean isSms() {
    return this != ACKNOWLEDGEMENT_MAIL;
  }

  /** What it says nothing without. */
  Set<Placeholder> needed() {
    return switch (this) {
      case STATUS_NONE, STOP, START, HELP -> Set.of();
      case STATUS_PUBLISHED -> Set.of(REFERENCE, LINK);
      case PUBLISHED -> Set.of(LINK);
      default -> Set.of(REFERENCE);
    };
  }

  /** A text that is about no story has no link to give. */
  boolean allows(Placeholder placeholder) {
    return needed().contains(placeholder)
        || placeholder == Placeholder.NEWSROOM
        || (this == PUBLISHED && placeholder == REFERENCE);
  }
}
