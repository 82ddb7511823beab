package org.tipline.triage;

import java.io.Serializable;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What an editor has just done, for the page that follows.
 *
 * @param act by which it can be undone; null when it cannot
 * @param words {@code K7F-3QXM accepted}
 * @param failed what was left, one sentence a tip
 */
record Done(@Nullable UUID act, String words, List<String> failed) implements Serializable {

  static final String NAME = "done";

  Done(@Nullable UUID act, String words) {
    this(act, words, List.of());
  }
}
