package org.tipline.moderation;

import java.util.List;
import java.util.UUID;

/** A colleague wants editors to look at a tip; published inside the act's transaction, by id. */
public record EditorsAsked(UUID tipId, List<UUID> editorIds, UUID byEditorId, Why why) {

  public EditorsAsked {
    editorIds = List.copyOf(editorIds);
  }

  /** What the colleague did. */
  public enum Why {
    /** Handed the tip over. */
    ASSIGNED,
    /** Named them in a note. */
    NAMED
  }
}
