package org.tipline.triage;

import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A list that an editor keeps under a name.
 *
 * @param desk the desk's name it is shared with, null: its maker's own
 * @param knownTag its tag, if it has one, is on some tip
 * @param changeable whether the one who asks made it or leads its desk
 */
record SavedView(
    UUID id,
    String name,
    Map<String, String> values,
    @Nullable String desk,
    boolean knownTag,
    boolean changeable) {

  QueueQuery query() {
    return QueueQuery.of(values);
  }
}
