package org.tipline.moderation;

import java.util.UUID;

/** A colleague wants an editor to look at a tip; published inside the act's transaction, by id. */
public record EditorAsked(UUID tipId, UUID editorId, UUID byEditorId, Why why) {

  /** What the colleague did. */
  public enum Why {
    /** Handed the tip over. */
    ASSIGNED,
    /** Named the editor in a note. */
    NAMED
  }
}
