package org.tipline.database;

import org.jspecify.annotations.Nullable;

/** A database that Tipline will not trust with tips: the application refuses to start. */
class DatabaseUnfit extends RuntimeException {

  private final String remedy;

  DatabaseUnfit(String reason, String remedy) {
    this(reason, remedy, null);
  }

  DatabaseUnfit(String reason, String remedy, @Nullable Throwable cause) {
    super(reason, cause);
    this.remedy = remedy;
  }

  String remedy() {
    return remedy;
  }
}
