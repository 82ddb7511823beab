package org.tipline.intake;

import org.jspecify.annotations.Nullable;

/** Nothing was kept because the store did not answer in time; the sender must try again. */
public class StoreAway extends Exception {

  public StoreAway(String reason, @Nullable Throwable cause) {
    super(reason, cause);
  }
}
