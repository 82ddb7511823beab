package org.tipline.api;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.tipline.account.Editor;
import org.tipline.account.Editors;
import org.tipline.account.Seating;
import org.tipline.account.Sight;

/** Finds who is on a tip by the name the API shows. */
@Component
class Holders {

  static final String NOBODY = "nobody";

  private final Editors editors;
  private final Seating seating;

  Holders(Editors editors, Seating seating) {
    this.editors = editors;
    this.seating = seating;
  }

  /** Null when it is not about one; who sits at none of the caller's desks is unknown. */
  @Nullable UUID named(@Nullable String name, Sight sight) {
    if (name == null || name.equals(NOBODY)) {
      return null;
    }
    var found = editors.all().stream().filter(editor -> isMeant(editor, name, sight)).toList();
    if (found.size() != 1) {
      throw bad(found);
    }
    return found.getFirst().id();
  }

  private boolean isMeant(Editor editor, String name, Sight sight) {
    return editor.name().equalsIgnoreCase(name)
        && (sight.isEverywhere() || sitsThere(editor.id(), sight));
  }

  private boolean sitsThere(UUID editor, Sight sight) {
    return sight.desks() != null
        && sight.desks().stream().anyMatch(desk -> seating.whoSees(desk).contains(editor));
  }

  private static BadQuery bad(List<Editor> found) {
    return new BadQuery(
        found.isEmpty()
            ? "claimedBy must be nobody, or the name of an editor."
            : "claimedBy must be the name of one editor; give those who share it different names.");
  }
}
