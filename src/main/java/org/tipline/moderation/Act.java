package org.tipline.moderation;

import java.util.UUID;
import org.hibernate.id.uuid.UuidVersion7Strategy;
import org.tipline.account.Seats;

/**
 * One thing an editor does to one tip, by a form that may be sent twice.
 *
 * @param id of the form: an act that comes again with it changes nothing more, and by it the act is
 *     undone; a bulk act has the same on every tip
 * @param by the editor, with their seats
 * @param version of the tip as the editor saw it
 */
public record Act(UUID id, Seats by, String reference, long version) {

  /** An act whose form cannot come again. */
  public static Act of(Seats by, String reference, long version) {
    return new Act(newId(), by, reference, version);
  }

  public UUID editor() {
    return by.editor();
  }

  /** For a form that is about to be shown. */
  public static UUID newId() {
    return UuidVersion7Strategy.INSTANCE.generateUuid(null);
  }
}
