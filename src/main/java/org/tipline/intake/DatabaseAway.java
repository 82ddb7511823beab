package org.tipline.intake;

import org.jspecify.annotations.Nullable;

/** The database failed for a reason of its own: the spool may take what it could not. */
class DatabaseAway extends StoreAway {

  DatabaseAway(String reason, @Nullable Throwable cause) {
    super(reason, cause);
  }
}
