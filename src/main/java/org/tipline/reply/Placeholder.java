package org.tipline.reply;

import java.util.Locale;

/** A gap in a text for readers; nothing that tells a stranger with the phone who wrote or what. */
public enum Placeholder {
  /** The tip's reference, {@code K7F-3QXM}. */
  REFERENCE,
  /** The newsroom's name. */
  NEWSROOM,
  /** The story's address. */
  LINK;

  /** As it is written in a text, {@code {reference}}. */
  String written() {
    return "{" + name().toLowerCase(Locale.ROOT) + "}";
  }
}
