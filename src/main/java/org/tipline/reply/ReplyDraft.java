package org.tipline.reply;

import java.time.Instant;
import java.util.UUID;

/**
 * What an editor is writing to a reader.
 *
 * @param editor the name colleagues know
 * @param at when it was last changed
 */
public record ReplyDraft(UUID editorId, String editor, String text, Instant at) {

  @Override
  public String toString() {
    return "ReplyDraft[" + editorId + "]";
  }
}
